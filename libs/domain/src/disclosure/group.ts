/** Children whom one group stands for. */
export const GROUP_SIZE = 5;

/** Uniform whole numbers from 0 to 2³² − 1. Its seed is secret: whoever knows it can repeat the search. */
export type RandomNumbers = () => number;
