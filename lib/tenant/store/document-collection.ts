import { copyDocument } from './copy-document.ts';
import type { DocumentFile } from './document-file.ts';
import type { Collection } from './store.ts';

/** A collection without indexes. `documents` are those that the file held. */
export function documentCollection<T extends object>(
  name: string,
  file: DocumentFile,
  documents: Map<string, T>,
): Collection<T> {
  return {
    get: (id) => copyDocument(documents.get(id)),
    set(id, document) {
      const kept = copyDocument(document);
      documents.set(id, kept);
      file.write(name, id, kept);
    },
    delete(id) {
      const existed = documents.delete(id);
      if (existed) file.write(name, id, undefined);
      return existed;
    },
    *values() {
      for (const document of documents.values()) yield copyDocument(document);
    },
    get size() {
      return documents.size;
    },
  };
}
