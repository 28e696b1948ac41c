import type { Translation } from '../../language.js';
import type { errorEn } from '../../en/screens/error.js';

/** Páginas que dicen qué falló, y qué sigue funcionando. */
export const errorEs: Translation<typeof errorEn> = {
  notFound: 'No existe esa página',
  notFoundWhat:
    'La dirección puede estar mal escrita, o el asunto puede haber cambiado de lugar. Nada se ha borrado sin rastro.',
  signIn: 'Esta página es para quienes han entrado',
  signInWhat:
    'Entre con su dirección y su contraseña. A quien no la tiene le invita la secretaría del Estado; en la demostración basta un clic.',
  signInLink: 'Ir a la página de entrada',
  forbidden: 'Esta página no está abierta a su papel',
  forbiddenWhat:
    'El expediente es para la Defensoría, la secretaría y los puntos focales de las instituciones; a las personas las registran la secretaría y quien opera el sistema; la guardia es para quien opera el sistema. Usted puede leer todo lo que es público.',
  gone: 'Este enlace ya no sirve',
  unavailable: 'Vigía no puede responder en este momento',
  unavailableWhat:
    'No se puede llegar a una parte que necesita. Los avisos se guardan y saldrán cuando vuelva. Intente de nuevo en un minuto.',
  broken: 'Algo falló de nuestro lado',
  brokenWhat: 'No se pudo hacer la página. La falla quedó registrada. Otras páginas pueden funcionar.',
  badRequest: 'Esta dirección pide algo que no se puede leer',
  tryAgain: 'Intentar de nuevo',
  withoutConditions: 'La misma página sin condiciones',
  home: 'Ir a la página de inicio',
  code: (code) => `Código: ${code}`,
};
