import { faultTable } from '#lib/testing/fault-table.ts';
import { faultyWrites } from '#lib/testing/faulty-writes.ts';

faultTable(faultyWrites);
