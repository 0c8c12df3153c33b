/**
 * The account name of a user of a host. A user is written with what the account is for: `ada.byron (administrator)`;
 * a mail address or a full name means the same account.
 */
export function accountOf(user: string): string {
  const [name = ''] = user.split(/\(|@/);
  return name.trim().toLowerCase().replaceAll(/\s+/g, '.');
}
