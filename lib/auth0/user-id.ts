/** Ids that social and enterprise connections make are long; nothing near this length is real. */
const lengthMax = 512;

/**
 * Whether the text can be a user's id: `connection-strategy|anything`, with no part between slashes being `.`
 * or `..`. Such a part would make another endpoint of the address: `/users/..` is `/`.
 */
export function isUserId(text: string): boolean {
  return (
    text.length <= lengthMax &&
    text.isWellFormed() &&
    /^[A-Za-z0-9_-]+\|[^\p{Cc}]+$/u.test(text) &&
    !text.split(/[/\\|]/).some((part) => part === '.' || part === '..')
  );
}
