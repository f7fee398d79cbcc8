import { faultTable } from '#lib/testing/fault-table.ts';
import { faultyUndoings } from '#lib/testing/faulty-undoings.ts';

faultTable(faultyUndoings);
