import { useWords } from '../use-words.ts';
import { shell } from '../words/shell.ts';

/** For keyboards: past the navigation, to `<main id="content">`. */
export function SkipLink() {
  const t = useWords(shell);
  return (
    <a href="#content" className="skip-link">
      {t('skip')}
    </a>
  );
}
