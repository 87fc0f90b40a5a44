package im.monarch.runtime.management;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.domain.sessions.AllSessions;

/**
 * What the admin API works on where there are accounts.
 *
 * @param sessions those of all processes
 */
public record Administration(
    Accounts accounts,
    Passwords passwords,
    LegacySecrets legacySecrets,
    AddressBook addressBook,
    AllSessions sessions) {}
