import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { accountEn } from '../../en/screens/account.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const problems = {
  'sign_in.wrong':
    'La dirección y la contraseña no corresponden. Puede haber un error en cualquiera de las dos.',
  'sign_in.wait':
    'Hubo demasiados intentos. Espere un tiempo antes del siguiente, o pida un enlace a su correo: eso funciona enseguida.',
  'sign_in.busy': 'Demasiadas personas están entrando en este momento. Intente de nuevo en un minuto.',
  'sign_in.no_role':
    'Usted ya no tiene ningún papel aquí. Pida a la secretaría de su Estado que le invite de nuevo.',
  'sign_in.link_used': 'Este enlace ya se usó o su plazo terminó. Pida uno nuevo.',
  'permission.sign_in': 'Su sesión terminó entretanto. Entre, y luego envíe el formulario de nuevo.',
  'permission.second_factor':
    'Falta su segundo factor. Entre de nuevo, y luego envíe el formulario otra vez.',
  'password.short':
    'La contraseña es demasiado corta: necesita al menos 12 caracteres. Lo mejor son varias palabras.',
  'password.long': 'La contraseña es demasiado larga: como máximo 128 caracteres.',
  'password.common': 'Esta contraseña está en las listas que se prueban primero. Elija otra.',
  'password.guessable':
    'Esta contraseña está hecha de su nombre, su dirección, su institución o el nombre de este servicio. Elija otra.',
  'password.wrong': 'La contraseña actual es otra. Nada se cambió.',
  'password.none':
    'Usted aún no tiene contraseña. Para elegir una, use «Perdí mi contraseña» en la página de entrada.',
  'form.email': 'Esto no es una dirección de correo: escríbala como nombre@institucion.example.',
  'form.name': 'Falta el nombre, o tiene más de 200 caracteres.',
  'form.reason': 'Hace falta un motivo, de 500 caracteres como máximo.',
  'form.role': 'Elija un papel.',
  'form.password': 'Falta la contraseña, o tiene más de 128 caracteres.',
  'form.current': 'Falta la contraseña actual.',
  'invite.role': 'Su papel no nombra a personas para ese papel.',
  'invite.institution_missing': 'Un punto focal responde por una institución: elija una.',
  'invite.institution_unknown': 'Este Estado no tiene esa institución.',
  'invite.already':
    'Esta persona ya tiene ese papel. Quien perdió su entrada usa «Perdí mi contraseña» en la página de entrada.',
  'membership.unknown': 'Ese papel ya no lo tiene nadie.',
  'membership.own':
    'Usted no puede quitarse su propio papel: alguien debe quedar que pueda. Pídalo a una o un colega.',
  'membership.role': 'Su papel no puede quitar ese papel.',
  'member_access.own': 'Sus propias sesiones, llaves y segundos factores están en la página de su cuenta.',
  'member_access.elsewhere':
    'Esta persona también opera la instalación o tiene un papel en otro Estado, hasta donde llegaría el cierre. Pídalo a quien opera Vigía.',
  'member_access.no_factor': 'Esta persona no tiene segundo factor. Nada se cambió.',
  'demonstration.unknown_role': 'Nadie tiene ese papel en la demostración.',
} as Record<string, string>;

/** Entrar, la cuenta propia y las personas de un Estado. */
export const accountEs: Translation<typeof accountEn> = {
  problems,
  problem: (code) => `Esto no se pudo hacer (código: ${code}). Nada se cambió.`,
  signIn: {
    documentTitle: 'Entrar',
    title: 'Entrar',
    lede: 'Para quienes responden y quienes vigilan. Todo lo público se puede leer sin entrar.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    button: 'Entrar',
    passkey: 'Entrar con una llave de acceso',
    organisation: (host) => `Entrar con el acceso de su organización (${host})`,
    leaving: 'Hacia el inicio de sesión de su organización',
    leavingLink: 'Continúe si no ocurre nada',
    lost: 'Perdí mi contraseña, o aún no tengo una',
    demonstration: 'Tomar un lugar en la demostración',
    demonstrationWhat: 'Un clic, sin contraseña. Todas estas personas son inventadas.',
    enterAs: (role, state) => `${capital(role)}, ${state}`,
  },
  recover: {
    documentTitle: 'Una contraseña nueva',
    title: 'Pida un enlace para una contraseña nueva',
    lede: 'El enlace sirve una sola vez, durante una hora. El segundo factor se pedirá como siempre.',
    button: 'Enviar el enlace',
    done: 'Si esta dirección se conoce aquí, un correo está en camino',
    doneWhat:
      'Llega en minutos. Si no llega, busque entre el correo no deseado, o pregunte a la secretaría de su Estado qué dirección se conoce.',
    back: 'Ir a la página de entrada',
  },
  setPassword: {
    documentTitle: 'Elegir una contraseña',
    title: (name) => `Elija una contraseña, ${name}`,
    lede: {
      invitation: 'Con ella y su dirección usted entrará desde ahora.',
      recovery: 'La contraseña nueva termina toda sesión abierta con la anterior.',
    },
    as: 'Usted es',
    role: (role, institution, state) =>
      `${capital(role)}${institution === null ? '' : `, ${institution}`} (${state})`,
    password: 'Contraseña nueva',
    hint: 'Al menos 12 caracteres, mejor 15 o más; lo mejor son varias palabras. Cada carácter cuenta, también los espacios.',
    button: 'Guardar la contraseña y entrar',
    gone: 'Este enlace ya no sirve',
    goneWhy: 'Ya se usó, o su plazo terminó. En la página de entrada puede pedir uno nuevo.',
  },
  account: {
    documentTitle: 'Cuenta',
    title: (places) =>
      places === 1
        ? 'Su cuenta está abierta en un lugar'
        : `Su cuenta está abierta en ${numberInWords('es', places)} lugares`,
    name: 'Nombre',
    links: 'Páginas de su cuenta',
    overview: 'Cuenta',
    email: 'Correo electrónico',
    roles: 'Papeles',
    role: (role, institution, state) =>
      `${capital(role)}${institution === null ? '' : `, ${institution}`} (${state})`,
    sessions: 'Dónde tiene usted sesiones abiertas',
    device: 'Dispositivo',
    opened: 'Desde',
    lastSeen: 'Última actividad',
    moment: (date, time) => `${date}, ${time}`,
    here: 'aquí',
    unknownDevice: 'Dispositivo desconocido',
    end: 'Terminar',
    endLabel: (device) => `Terminar la sesión: ${device}`,
    endOthers: 'Terminar todas las demás sesiones',
    password: 'Contraseña',
    current: 'Contraseña actual',
    next: 'Contraseña nueva',
    change: 'Cambiar la contraseña',
    changeWhat: 'Al cambiarla terminan todas las demás sesiones.',
    none: 'Usted aún no tiene contraseña. Para elegir una, pida un enlace a su correo.',
    done: {
      password: 'La contraseña se cambió, y todas las demás sesiones terminaron.',
      sessions: 'Todas las demás sesiones terminaron.',
      session: 'La sesión terminó.',
    },
  },
  people: {
    documentTitle: 'Personas',
    title: (count, state) =>
      count === 1 ? `Una persona trabaja aquí por ${state}` : `${count} personas trabajan aquí por ${state}`,
    lede: 'Quién está registrado, con qué papel, si los correos le llegan y cómo entra.',
    name: 'Nombre',
    role: 'Papel',
    institution: 'Institución',
    since: 'Desde',
    mail: 'Correo',
    reachable: 'Llega',
    unreachable: 'Vuelve',
    unreachableSince: (date) => `desde el ${date}`,
    mendAddress:
      'Pida la dirección correcta por otra vía que el correo, invite a esa dirección y quite aquí el papel.',
    toInvite: 'Invitar',
    notReached: (count) =>
      count === 1 ? 'El correo no llegó a una persona:' : `El correo no llegó a ${count} personas:`,
    notReachedMore: (count) => `y ${count} más, señaladas en la lista.`,
    invitation: {
      became: {
        sent: 'Invitación enviada',
        failed: 'La invitación no salió',
        returned: 'La invitación volvió',
      },
      on: (date) => `el ${date}`,
      because: (date, why) => `el ${date}: ${why}`,
      why: {
        permanent: 'el servidor de correo rechaza la dirección de forma definitiva',
        temporary: 'el servidor de correo no la aceptó durante dos horas',
        in_doubt: 'el servidor de correo nunca dijo si la aceptó',
        address_unusable: 'ningún correo llega a esta dirección',
        refused: 'el destino rechazó este correo',
        given_up: 'el destino no aceptó correo durante días, por ejemplo porque el buzón está lleno',
      },
      mendAddress: 'Revise la dirección. Quite aquí el papel y luego invite a la correcta.',
      inviteAgain: 'Cuando la causa haya pasado, quite aquí el papel e invite de nuevo a la persona.',
    },
    notArrived: 'aún no ha entrado',
    end: 'Quitar el papel',
    endWhat: 'Termina hoy, enseguida. A la persona le avisa usted, no Vigía.',
    reason: 'Motivo',
    endButton: 'Terminarlo',
    endLabel: (name) => `Quitar el papel: ${name}`,
    invite: 'Invitar a una persona',
    inviteWhat: 'A la dirección va un correo con un enlace que sirve una sola vez, durante siete días.',
    email: 'Correo electrónico',
    language: 'Idioma de los correos',
    chooseRole: 'Elija un papel',
    noInstitution: 'Ninguna',
    institutionHint: 'Un punto focal necesita una.',
    inviteButton: 'Enviar la invitación',
    signIn: 'Última entrada',
    noSignIn: 'no consta',
    secondFactor: 'con segundo factor',
    noSecondFactor: 'sin segundo factor',
    endAccess: 'Cerrar el acceso ahora',
    endAccessLabel: (name) => `Cerrar el acceso ahora: ${name}`,
    endAccessWhat:
      'Cierra todas las sesiones y revoca todas las llaves de API de esta persona, enseguida y dondequiera que estén. El papel y la contraseña quedan: a quien no debe volver, quítele también el papel. La persona recibe un correo, sin el motivo que usted escriba.',
    endAccessButton: 'Cerrar todas las sesiones y revocar las llaves de API',
    resetFactors: 'Quitar los segundos factores',
    resetFactorsLabel: (name) => `Quitar los segundos factores: ${name}`,
    resetFactorsWhat:
      'Compruebe antes quién lo pide, por otra vía que el correo. Quita la aplicación de códigos, las llaves de acceso y los códigos de recuperación, y cierra todas las sesiones. La contraseña queda. La persona recibe un correo, sin el motivo que usted escriba.',
    resetFactorsButton: 'Quitar los segundos factores',
    done: {
      access_ended:
        'Se cerraron todas las sesiones de la persona y se revocaron todas sus llaves de API. Consta en el registro, con su motivo.',
      factors_reset:
        'La persona ya no tiene segundo factor y sus sesiones se cerraron. Consta en el registro, con su motivo.',
      head_marked:
        'La persona dirige la institución: lo que allí nadie responde sube a ella. Consta en el registro, con su motivo.',
      head_unmarked: 'La persona ya no dirige la institución. Consta en el registro, con su motivo.',
    },
    toldOf: {
      queued: 'El correo que le avisa está en camino. Si la dirección lo rechaza, esta lista lo dice.',
      not_queued:
        'No sale ningún correo que le avise: la cola de trabajos no respondió. Avise usted a la persona.',
    },
    ended: 'El papel se quitó. Consta en el registro, con su motivo.',
    invited: {
      queued:
        'La persona quedó registrada, y el correo está en camino: si el servidor de correo no lo acepta por ahora, se reintenta durante dos horas. Si la dirección lo rechaza, o si el correo vuelve más tarde, esta lista lo dice.',
      not_queued:
        'La persona quedó registrada, pero no sale ningún correo: la cola de trabajos no respondió. La persona obtiene un enlace con «Perdí mi contraseña» en la página de entrada.',
    },
  },
};
