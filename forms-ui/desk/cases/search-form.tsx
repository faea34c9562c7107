import { Button, Field, Input, Label } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useDeskTexts } from '../use-desk-texts';

interface Props {
  /** What is searched for now. */
  search: string;
  onSearch: (search: string) => void;
  /** What is searched, where that is not cases. */
  label?: string;
  help?: string;
}

/** Number, organisation or organisation number; searched when it is sent, not at each key. */
export function SearchForm({ search, onSearch, label, help }: Props) {
  const t = useDeskTexts();
  const [typed, setTyped] = useState(search);
  return (
    <form
      role="search"
      className="desk-search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Field>
        <Label>{label ?? t('cases.search')}</Label>
        <Field.Description>{help ?? t('cases.searchHelp')}</Field.Description>
        <Input
          type="search"
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="secondary">
        {t('cases.searchButton')}
      </Button>
      {search !== '' && (
        <Button type="button" variant="tertiary" onClick={() => onSearch('')}>
          {t('cases.searchAll')}
        </Button>
      )}
    </form>
  );
}
