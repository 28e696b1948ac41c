import { describe, expect, it } from '@jest/globals';

import { findPersonalData, findPersonalDataInRows } from './find-personal-data.js';

describe('what looks like personal data in a text', () => {
  it.each([
    ['El expediente de la menor Ana Quispe Mamani sigue abierto', ['child_name']],
    ['la niña Rosa Huamán fue derivada', ['child_name']],
    ['MENOR ANA QUISPE', ['child_name']],
    ['una adolescente llamada Luz Torres', ['child_name']],
    ['menor agraviada de iniciales A.Q.M.', ['child_name']],
    ['Ana Quispe, de 12 años, fue atendida', ['child_name']],
    ['the girl Ana Quispe was moved', ['child_name']],
    ['a 12-year-old Ana Quispe', ['child_name']],
    ['Ana Quispe, aged 12', ['child_name']],
    ['DNI 45678912', ['identity_document']],
    ['con DNI N.º 45678912-3', ['identity_document']],
    ['documento de identidad: 45678912', ['identity_document']],
    ['Juan Pérez Soto (45678912)', ['identity_document']],
    ['D\u200eNI 4567\u200b8912', ['identity_document']],
    ['nacida el 4 de marzo de 2012', ['date_of_birth']],
    ['fecha de nacimiento: 04/03/2012', ['date_of_birth']],
    ['born on 2012-03-04', ['date_of_birth']],
    ['DOB 4 March 2012', ['date_of_birth']],
    ['escriba a ana.quispe@correo.example', ['email']],
    ['Celular 987 654 321', ['phone']],
    ['call +51 987-654-321', ['phone']],
    ['tel. (01) 4567890', []],
    ['teléfono: 014567890', ['phone']],
    ['Exp. 01234-2019-0-1801-JR-PE-01', ['case_number']],
    ['carpeta fiscal N° 506015500-2019-123-0', ['case_number']],
    ['case number 123/2020', ['case_number']],
    [
      'la menor Ana Quispe, DNI 45678912, nacida el 4/3/2012, cel. 987654321',
      ['child_name', 'identity_document', 'date_of_birth', 'phone'],
    ],
  ])('is found: %s', (text, kinds) => {
    expect(findPersonalData(text)).toEqual(kinds);
  });

  it.each([
    'CRC/C/OPSC/PER/CO/1, párrafo 20(d)',
    'Ley 30963 y Ley N.º 28950',
    'Decreto Supremo N.º 009-2018-MIMP del 25 de agosto de 2018',
    'Resolución 123-2024-MIMP',
    'El presupuesto de 2025 fue 12345678 soles; en 2026, 87654321',
    'Presupuesto Total 12345678',
    'S/ 987 654 321 ejecutados al 31/12/2025',
    'Indicador 8-O1: 1 234 víctimas en 2024 y 1 199 en 2025',
    'Certificados de nacimiento emitidos al 31/12/2025: 20123456',
    'niñas de Madre de Dios y de Lima Metropolitana',
    'Código de los Niños y Adolescentes, Programa Nacional Aurora',
    'adolescente Programa Nacional',
    'Child Protection Unit and the Ministry of Women',
    'We need until 30 September 2026; the case load doubled in 2025',
    'Los casos 2024-2025 subieron; caso 34 cerrado',
    'Niños nacidos desde el 01/01/2020',
    'Menores de 12 años en San Juan de Lurigancho',
    'La DINA envía el dato antes del 15 de julio. Gracias.',
    'crecimiento de +1 200 000 soles',
  ])('is not seen in what this record is made of: %s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('costs no more than the length of the text', () => {
    const began = performance.now();
    for (const text of [
      'a'.repeat(100_000),
      'Aa '.repeat(30_000),
      '1'.repeat(100_000),
      'a@'.repeat(50_000),
      'DNI '.repeat(20_000),
    ])
      findPersonalData(text);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('what looks like personal data in rows', () => {
  it('is named by row, column and kind, never by itself', () => {
    expect(
      findPersonalDataInRows([
        { department: 'Loreto', dni: '', value: '12345678' },
        { department: 'Cusco', dni: '45678912', value: '3' },
        { department: 'la menor Ana Quispe', fecha_nacimiento: '2012-03-04', telefono: '987654321' },
      ]),
    ).toEqual([
      { row: 2, column: 'dni', kind: 'identity_document' },
      { row: 3, column: 'department', kind: 'child_name' },
      { row: 3, column: 'fecha_nacimiento', kind: 'date_of_birth' },
      { row: 3, column: 'telefono', kind: 'phone' },
    ]);
  });
});
