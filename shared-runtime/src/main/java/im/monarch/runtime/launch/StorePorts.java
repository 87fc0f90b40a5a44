package im.monarch.runtime.launch;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.accounts.Secrets;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.domain.roster.Rosters;
import im.monarch.runtime.launch.StoreOpening.Joining;
import java.time.Clock;

/**
 * What is kept, and what works on it.
 *
 * @param addressBook how lists are edited: {@code rosters} alone would tell nobody
 * @param joining for a role that holds sessions
 * @param clock the same time for all processes of the service
 */
public record StorePorts(
    Accounts accounts,
    Rosters rosters,
    Secrets secrets,
    Passwords passwords,
    LegacySecrets legacySecrets,
    AddressBook addressBook,
    Joining joining,
    Clock clock) {}
