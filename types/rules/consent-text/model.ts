export type ConsentSection = { id: string; title: string; paragraphs: readonly string[] };
export type ConsentText = { version: string; title: string; sections: readonly ConsentSection[]; declaration: string };
