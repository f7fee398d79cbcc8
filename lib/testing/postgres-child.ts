import { startPostgres } from './postgres.ts';

// A run of the tests that has its PostgreSQL and goes on until it is killed.
const postgres = await startPostgres();
console.log(await postgres.database('tests'));
