package im.monarch.runtime.management;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.domain.sessions.LocalSessions;

/** What the admin API works on. */
public record Administration(
    AdminToken token,
    Accounts accounts,
    Passwords passwords,
    LegacySecrets legacySecrets,
    AddressBook addressBook,
    LocalSessions sessions) {}
