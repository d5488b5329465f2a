/** A path or a name that breaks after the slashes and dots inside it, and only then anywhere. */
export function Breakable({ text }: { readonly text: string }) {
  return (
    <span className="break-words">
      {text.split(/(?<=\S[/.])(?=\S)/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        <span key={index}>
          {index > 0 && <wbr />}
          {part}
        </span>
      ))}
    </span>
  );
}
