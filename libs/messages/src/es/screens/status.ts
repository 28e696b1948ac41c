import type { Translation } from '../../language.js';
import type { statusEn } from '../../en/screens/status.js';

/** Lo que promete cada estado. Su palabra y su motivo están en las comprobaciones. */
export const statusEs: Translation<typeof statusEn> = {
  since: (date) => `Desde el ${date}.`,
  legend: {
    documentTitle: 'Cómo se fijan los estados',
    title: 'Seis palabras, y lo que promete cada una',
    lede: 'Un estado es una forma, una palabra y un color, siempre juntos. Las palabras son de Vigía; el Comité no califica recomendaciones bajo este Protocolo.',
    status: 'Estado',
    tells: 'Lo que le dice',
    rule: 'La regla',
    silent: 'Lo que no dice',
    withoutColour: 'Se lee sin color',
    seenAs: {
      grey: 'Impreso en gris',
      deuteranopia: 'Como lo ve quien no ve el verde',
      protanopia: 'Como lo ve quien no ve el rojo',
    },
    order:
      'Las reglas se prueban de arriba abajo, salvo que una fecha vencida va antes que todo menos una decisión; la primera que se cumple se registra y se muestra.',
    implemented: {
      tells: 'El Estado lo ha mostrado, con evidencia, y quien revisa estuvo de acuerdo.',
      rule: 'Una decisión fechada de la secretaría, posible solo cuando todo indicador exigido tiene un valor aceptado en su meta y hay evidencia que lo respalda.',
      silent: 'Una decisión puede reabrirla. Una comprobación que falle después se muestra al lado.',
    },
    on_track: {
      tells: 'El valor más nuevo es reciente y va camino de su meta.',
      rule: 'No se cumple ninguna de las otras reglas. Sin meta, el valor más nuevo es reciente.',
      silent: 'No es una promesa de que se terminará.',
    },
    awaiting_review: {
      tells: 'Se envió. Ahora otra persona debe leerlo.',
      rule: 'Un envío exigido se hizo y aún no se ha aceptado ni devuelto. El plazo de quien envió se detiene.',
      silent: 'Nunca se muestra como tardanza de quien envió.',
    },
    at_risk: {
      tells: 'Nada de lo debido ha vencido, pero algo se retrasa.',
      rule: 'Vence en 30 días y no se ha enviado nada, va por debajo del 75 % del camino previsto, tiene menos del 80 % de los desgloses, gasta 20 puntos por detrás del año, una acción va tarde, o no responde nadie a quien se pueda llegar.',
      silent: 'No juzga el esfuerzo.',
    },
    overdue: {
      tells: 'Pasó una fecha confirmada y no se envió nada.',
      rule: 'Terminó, en la hora del propio Estado, el día en que vencía una obligación exigida. Una fecha estimada nunca hace que algo venza.',
      silent: 'Nada dice de la calidad.',
    },
    no_data: {
      tells: 'Nadie puede saberlo.',
      rule: 'Ningún indicador exigido tuvo nunca un valor, o el más nuevo tiene más de dos períodos.',
      silent: 'No es ni malo ni bueno, y nunca cuenta como cero.',
    },
    dates: 'Cuán segura es una fecha',
    confirmedExample: '31 de marzo de 2027',
    confirmed: 'Confirmada. La fijó quien tiene autoridad. Solo una fecha así puede hacer que algo venza.',
    estimatedExample: 'hacia 2033',
    estimated: 'Estimada. Es cálculo nuestro; siempre con su fundamento, nunca con un día.',
    awaitingExample: 'sin fecha fijada',
    awaiting: 'A la espera del Comité. Ha dicho que comunicará la fecha.',
    values: 'Lo que puede ser una cifra',
    number: 'Informada',
    lt10: 'Menos de diez, cero incluido: no se dice, para proteger a niñas, niños y adolescentes',
    below_bound: 'Por debajo de un límite, como lo publicó su fuente',
    structural_zero: 'No puede existir, así que no hay',
    missing: 'Falta: se pidió y no se envió',
    not_applicable: 'La pregunta no corresponde',
    not_shown: 'No se muestra',
  },
};
