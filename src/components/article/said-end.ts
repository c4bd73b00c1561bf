/** Stands in the HTML where `<Said>` ends, so that `<Claim>` can put what follows into another cell. */
export const SAID_END = '<!--said-->';
