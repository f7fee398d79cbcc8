// Imports a module of the host.
// Ends as: threw | no-callback
function (ctx, callback) {
  return import('node:fs').then((fs) => callback(null, fs.readFileSync('/etc/passwd', 'utf8')));
}
