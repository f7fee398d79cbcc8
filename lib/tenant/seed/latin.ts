const lettersWithoutMark: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ŋ: 'ng',
};

/** A name in the letters a to z and hyphens, as people spell themselves in e-mail addresses. */
export function toAddressLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]/gu, (letter) => lettersWithoutMark[letter] ?? (/[\s-]/.test(letter) ? '-' : ''))
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
