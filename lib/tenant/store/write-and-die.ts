import { makeUser } from './make-user.ts';
import { openStore } from './open-store.ts';

// Run as a process of its own by the tests: writes, lets one turn of the event loop end, writes again and dies at once.
const store = openStore({ file: process.argv[2] });
for (let number = 0; number < 500; number++) {
  store.users.set(`auth0|${number}`, makeUser(String(number), { name: `User ${number}` }));
}
store.collection<{ name: string }>('connections').set('con_1', { name: 'Employees' });
store.users.delete('auth0|499');
setImmediate(() => {
  setImmediate(() => {
    store.users.set('auth0|late', makeUser('late'));
    process.kill(process.pid, 'SIGKILL');
  });
});
