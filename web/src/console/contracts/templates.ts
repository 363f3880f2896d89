/** Instead of a template's id: the one that comes with the system. */
export const STANDARD = 'standard';
