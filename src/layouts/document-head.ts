/** What stands in the head of every document, whatever its frame. */

/** Vite's minifier drops a bare order of layers, and Astro puts the styles of components before those of the site. */
export const LAYERS = '@layer reset,tokens,type,layout,code,tables,components,print';

/** Sets the class, the theme and the wrapping of code before anything is painted. */
export const BEFORE_PAINT =
  "let d=document.documentElement,s;d.className='js';try{s=localStorage;d.dataset.theme=s.theme||'auto';s.wrap&&(d.dataset.wrap='')}catch{}";

export const FAVICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%232a86ad' stroke-width='2.4'%3E%3Cpath d='M22 12.5V2H2v20h10.5m4-1.5h6'/%3E%3Cellipse cx='12' cy='12' rx='3.6' ry='5.4'/%3E%3C/svg%3E";
