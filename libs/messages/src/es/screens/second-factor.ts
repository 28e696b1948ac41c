import type { secondFactorEn } from '../../en/screens/second-factor.js';
import type { Translation } from '../../language.js';

/** El segundo paso para entrar, y la página donde cada quien guarda sus factores. */
export const secondFactorEs: Translation<typeof secondFactorEn> = {
  signIn: {
    documentTitle: 'Segundo paso',
    title: 'Falta una prueba de que es usted',
    lede: 'Su contraseña es correcta. Todavía no se abrió nada: este paso toma un momento y deja fuera a los demás.',
    code: 'Código',
    codeHint:
      'Los seis dígitos que muestra ahora su aplicación de autenticación, o uno de sus códigos de recuperación.',
    recoveryHint: 'Uno de sus códigos de recuperación. Cada uno sirve una sola vez.',
    button: 'Continuar',
    passkeyTitle: 'Con su llave de acceso',
    passkeyWhy: 'Su equipo le pide la huella, el rostro, su PIN, o la llave física que usted lleva.',
    passkey: 'Usar llave de acceso',
    needsScript:
      'Las llaves de acceso necesitan JavaScript, que aquí está desactivado. Use un código de recuperación.',
    lost: '¿No tiene ninguno a mano? Pida una nueva invitación a la secretaría. Nadie puede leer sus códigos por usted.',
    gone: 'Aquí no espera ninguna entrada',
    goneWhy: 'Este paso pertenece a una entrada iniciada hace menos de 15 minutos. Vuelva a entrar.',
  },
  account: {
    documentTitle: 'Segundo factor',
    titleNone: 'Su contraseña basta para abrir su cuenta',
    titleSet: 'Su cuenta se abre con una segunda prueba',
    lede: 'Un segundo factor deja fuera a los demás aunque conozcan su contraseña.',
    app: 'Aplicación de autenticación',
    appNone: 'Una aplicación en su teléfono muestra un código nuevo cada 30 segundos. Funciona sin red.',
    appSet: 'Configurada. Se le pide un código de ella al entrar.',
    appBegin: 'Configurar una aplicación',
    appAgain: 'Crear otra clave',
    scan: 'Fotografíe esto con la aplicación',
    qrLabel: 'Código QR con la clave para su aplicación de autenticación',
    type: 'O escriba esta clave en la aplicación',
    keyWaits: 'La clave espera 15 minutos su primer código.',
    firstCode: 'El código que muestra ahora la aplicación',
    confirm: 'Confirmar',
    passkeys: 'Llaves de acceso',
    passkeysWhy:
      'Una llave de acceso la guarda su teléfono, su computadora o una llave física que usted lleva. No se puede adivinar y responde solo a esta dirección.',
    passkeysHere:
      'Las llaves de acceso funcionan solo en un nombre de servidor con https, o en localhost. A esta instalación se llega por otra clase de dirección.',
    needsScript: 'Para añadir una llave de acceso hace falta JavaScript, que aquí está desactivado.',
    name: 'Nombre',
    nameHint: 'Para que usted la reconozca: computadora de la oficina, llave azul.',
    added: 'Añadida',
    lastUsed: 'Último uso',
    never: 'nunca',
    add: 'Añadir llave de acceso',
    remove: 'Quitar',
    removeNamed: (name) => `Quitar ${name}`,
    recovery: 'Códigos de recuperación',
    recoveryLeft: (left) =>
      left === 1 ? 'Queda un código.' : `Quedan ${left} códigos. Cada uno sirve una sola vez.`,
    recoveryNone: 'Con su primer factor recibe diez códigos, para el día en que no lo tenga a mano.',
    recoveryNew: 'Crear códigos nuevos',
    recoveryNewWhy: 'Los códigos nuevos anulan los anteriores.',
    shownTitle: 'Anote ahora estos diez códigos',
    shownWhy:
      'Se muestran solo esta vez. Cada uno abre su cuenta una vez, en lugar de su factor. Guárdelos en papel, no junto a su contraseña.',
    shownBefore: 'Los códigos ya se mostraron. Si usted no los guardó, cree otros nuevos.',
    proof: 'Código de su aplicación, o un código de recuperación',
    proofHint: 'Prueba que sigue siendo usted.',
    proofOrPasskey: 'Prueba que sigue siendo usted. Si lo deja vacío, se pide su llave de acceso.',
    done: {
      added: 'Añadido.',
      removed: 'Quitado.',
    },
  },
  problems: {
    'permission.second_factor_missing':
      'Su función exige una segunda prueba. Configure aquí una aplicación o una llave de acceso; después se abre todo lo demás.',
    'second_factor.refused':
      'Eso no prueba quién es usted. El código puede ser incorrecto o ya usado, o hubo demasiados intentos: en ese caso, espere diez minutos.',
    'second_factor.not_due': 'Ya no hay una entrada que espere este paso. Vuelva a entrar.',
    'second_factor.not_confirmed':
      'El código no corresponde a esta clave. Revise el reloj de su teléfono y escriba el código más nuevo.',
    'second_factor.not_fresh':
      'Usted entró hace más de 15 minutos. Vuelva a entrar y luego añada su segundo factor.',
    'second_factor.exists': 'Ya hay una aplicación configurada. Quítela primero para configurar otra.',
    'secret.unreadable':
      'La clave de su aplicación ya no se puede leer aquí. Use un código de recuperación y vuelva a configurar la aplicación.',
    'passkey.address': 'En esta dirección los navegadores no ofrecen llaves de acceso.',
    'passkey.stopped':
      'El navegador no terminó con la llave de acceso. Inténtelo de nuevo, o use otra manera.',
    'sign_in.oidc_refused':
      'La respuesta del sistema de entrada de su organización no es válida, o ya no es reciente. Empiece de nuevo.',
    'sign_in.oidc_unreachable':
      'El sistema de entrada de su organización no responde. Inténtelo más tarde, o entre con su contraseña.',
    'sign_in.oidc_unknown':
      'Nadie fue invitado con el correo que su organización da de usted. Pida una invitación a la secretaría.',
    'sign_in.oidc_absent': 'Aquí no está configurado el sistema de entrada de ninguna organización.',
  },
};
