import { type DragEvent, useState } from 'react';
import { UploadIcon } from '../icons.tsx';
import './file-drop.css';

/** A place to drop a spreadsheet, and a button to choose one. */
export function FileDrop({
  file,
  disabled,
  onFile,
  words,
}: {
  readonly file: File | undefined;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
  /** What is to be dropped, in how many lines; and what is said once a file is there. */
  readonly words: Readonly<Record<'drop' | 'what' | 'another', string>>;
}) {
  const [over, setOver] = useState(false);
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver && !disabled);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !disabled) onFile(dropped);
  };
  return (
    <label
      className={over ? 'file-drop over' : 'file-drop'}
      aria-disabled={disabled}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      <UploadIcon size={28} />
      <b>{file ? file.name : words.drop}</b>
      <span className="quiet-text">{file ? words.another : words.what}</span>
      <input
        type="file"
        accept=".xlsx,.xls,.csv,.tsv,.txt,.xml,.html,.htm,.ods,.et"
        className="unseen"
        disabled={disabled}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file may be chosen again after it was put right.
          target.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </label>
  );
}
