/** PostgreSQL's `"char"`: one byte, where `char(1)` takes two. TypeORM knows every type but this one. */
export const ONE_BYTE_CHARACTER = '"char"';
