/** The same keys as the source dictionary, each with a text of its own; a missing or extra key does not compile. */
export type Shape<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Shape<Source[Key]>;
};
