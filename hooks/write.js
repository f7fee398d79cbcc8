/**
 * write: what is sent to the tenant when a user is created or changed?
 *
 *   ctx.method                'create' or 'update'
 *   ctx.payload               what the manager asked for: email, username, password, connection,
 *                             memberships, and the fields that the settings hook declares
 *   ctx.request.user          the manager
 *   ctx.request.originalUser  on update: the user as it stands now
 *
 * The answer is the body that the tenant's Management API receives. On update, what equals the user as it
 * stands is not sent, and metadata keys that are not in the body stay as they are: roles and all else that
 * nobody mentions here are untouched.
 */
function (ctx, callback) {
  var metadata = ctx.request.user.app_metadata || {};
  var own = metadata.department;

  if (!own) {
    return callback(new Error('You are not part of any department yet. Ask IT to add you to one.'));
  }

  var department = (ctx.payload.memberships || [])[0];

  if (!department) {
    return callback(new Error('Choose a department: every user belongs to one.'));
  }

  if (own !== 'IT' && department !== own) {
    return callback(new Error(
      ctx.method === 'create'
        ? 'You can only create users within your own department.'
        : 'You can only change users within your own department.'
    ));
  }

  var body = {
    ...ctx.payload,
    app_metadata: { ...ctx.payload.app_metadata, department: department },
  };

  // A membership is a thing of this console; the tenant knows the department alone.
  delete body.memberships;

  // Whoever is created with a given and a family name is listed under both.
  if (ctx.method === 'create' && !body.name && body.given_name && body.family_name) {
    body.name = body.given_name + ' ' + body.family_name;
  }

  return callback(null, body);
}
