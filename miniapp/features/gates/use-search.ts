import { useEffect, useState } from 'react';

/** While somebody types, nothing is asked. */
const typingMs = 400;

export function useSearch() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, setTyped, search };
}
