'use client';
import clsx from 'clsx';
import { useState } from 'react';

export type AvatarProps = {
  name: string;
  /** The same seed gives the same hue for ever; the name where none is given. */
  seed?: string;
  pictureUrl?: string | null;
  size?: 'small' | 'regular' | 'large';
};

const sizeClass = {
  small: 'size-6 text-[0.625rem]',
  regular: 'size-8 text-12',
  large: 'size-14 text-20',
};

/** The first letters of the first and the last word, or of an e-mail address its first letter. */
export function initialsOf(name: string): string {
  const words =
    name
      .split('@', 1)[0]
      ?.split(/[\s._-]+/u)
      .filter((word) => /\p{L}|\p{N}/u.test(word)) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.match(/\p{L}|\p{N}/u)?.[0] ?? '')
    .join('');
  return letters.toLocaleUpperCase('en') || '?';
}

/** A hue of 0 to 359 that depends only on the text. */
export function hueOf(text: string): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % 360;
}

/** A picture's address where it is one that a browser may load as a picture: of the web, or with the picture in it. */
export function pictureAddressOf(address: string | null | undefined): string | null {
  const text = address?.trim() ?? '';
  if (/^data:image\//i.test(text)) return text;
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null;
}

/** A person's picture; initials while there is none and where it does not load. The name stands beside it. */
export function Avatar({ name, seed = name, pictureUrl: givenUrl, size = 'regular' }: AvatarProps) {
  const pictureUrl = pictureAddressOf(givenUrl);
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  return (
    <span
      aria-hidden="true"
      style={{ '--hue': hueOf(seed) }}
      className={clsx(
        'avatar relative inline-grid shrink-0 place-items-center overflow-hidden rounded-full font-semibold select-none',
        sizeClass[size],
      )}
    >
      {initialsOf(name)}
      {pictureUrl && pictureUrl !== brokenUrl ? (
        // biome-ignore lint/performance/noImgElement: pictures come from the tenant at their final size.
        <img
          src={pictureUrl}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          className="absolute inset-0 size-full bg-neutral-3 object-cover"
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setBrokenUrl(pictureUrl);
          }}
          onError={() => setBrokenUrl(pictureUrl)}
        />
      ) : null}
    </span>
  );
}
