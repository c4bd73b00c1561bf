/** What stands in the head of every document, whatever its frame. */

/** Vite's minifier drops a bare order of layers, and Astro puts the styles of components before those of the site. */
export const LAYERS = '@layer reset,tokens,type,layout,code,tables,components,print';

/** Sets the class and the theme before anything is painted. */
export const BEFORE_PAINT =
  "let d=document.documentElement;d.className='js';try{d.dataset.theme=localStorage.theme||'auto'}catch{}";

export const FAVICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 26' fill='none' stroke='%232a86ad' stroke-width='2.4'%3E%3Cpath d='M1.5 1.5H15l5.5 5.5v17.5h-19zM15 1.5V7h5.5'/%3E%3Cellipse cx='11' cy='16' rx='3.5' ry='5'/%3E%3C/svg%3E";
