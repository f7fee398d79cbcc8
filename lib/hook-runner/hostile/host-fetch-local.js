// Calls this machine and its metadata under many names.
// Ends as: answer 12
async function (ctx, callback) {
  const names = ["http://127.0.0.1", "http://localhost", "http://[::1]", "http://0", "http://0x7f000001", "http://2130706433", "http://127.1", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:7f00:1]", "file:///etc/passwd", "http://metadata.google.internal", "http://localhost.localdomain"];
  let failed = 0;
  for (const name of names) await fetch(name).catch((error) => { if (/Hooks may not call this origin/.test(error.message)) failed++; });
  callback(null, failed);
}
