/**
 * access: may this manager do this to this user?
 *
 * Asked before anything is read from or done to a user, whichever way the request came in.
 *   ctx.request.user    the manager, as the tenant has them at this moment
 *   ctx.payload.user    the user whom it is about
 *   ctx.payload.action  what the manager wants: 'read:user', 'change:profile', 'block:user', …
 *
 * `callback()` permits. `callback(new Error(sentence))` refuses, and the manager reads the sentence.
 * On 'read:user' an object as answer is the user as this manager may see it.
 */
function (ctx, callback) {
  function departmentOf(person) {
    return person.app_metadata && person.app_metadata.department;
  }

  var own = departmentOf(ctx.request.user);

  if (!own) {
    return callback(new Error('You are not part of any department yet. Ask IT to add you to one.'));
  }

  // IT looks after everybody, also after users who have no department yet.
  if (own === 'IT') {
    return callback();
  }

  if (departmentOf(ctx.payload.user) !== own) {
    return callback(new Error('You can only manage the users of your own department.'));
  }

  return callback();
}
