package im.monarch.notification.conversation;

import im.monarch.domain.accounts.Account;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.payload.MimeMessage;
import im.monarch.runtime.config.ProfileSection;
import java.time.Instant;

/**
 * The profile message, which follows USR OK at once. All of it is headers; clients read kv, sid,
 * MSPAuth and where they connect from (sources: wiki-msnp9; protocol notes, 3.6.1).
 */
final class Profile {

  private static final String CONTENT_TYPE = "text/x-msmsgsprofile; charset=UTF-8";

  /** Says that contacts and groups go by GUID; the other mode was for the days of the move. */
  private static final String MIGRATED = "ABCHMigrated";

  private Profile() {}

  /**
   * Where the client connects from.
   *
   * @param ticket the part of its ticket that other services would take; empty without one
   */
  record Visit(Instant at, String ticket, String host, int port) {}

  /** As much of it as {@code dialect} has. */
  static Payload of(Account account, ProfileSection settings, Visit visit, Dialect dialect) {
    var message = MimeMessage.of(CONTENT_TYPE).header("LoginTime", visit.at().getEpochSecond());
    switch (dialect.traits().profileContent()) {
      case LOGIN_TIME -> {}
      case PERSON -> person(message, account, settings, visit);
      case PERSON_AND_CLIENT -> {
        person(message, account, settings, visit);
        client(message, visit);
      }
      case PERSON_CLIENT_AND_MIGRATION -> {
        person(message, account, settings, visit);
        client(message, visit);
        message.header(MIGRATED, 1);
      }
    }
    return message.withoutBody();
  }

  private static void person(
      MimeMessage message, Account account, ProfileSection settings, Visit visit) {
    message
        .header("EmailEnabled", settings.emailEnabled() ? 1 : 0)
        .header("MemberIdHigh", account.memberId().high())
        .header("MemberIdLow", account.memberId().low())
        .header("lang_preference", settings.language())
        .header("PreferredEmail", account.handle())
        .header("country", settings.country())
        .header("PostalCode", "")
        .header("Gender", "")
        .header("Kid", 0)
        .header("Age", "")
        .header("BDayPre", "")
        .header("Birthday", "")
        .header("Wallet", "")
        .header("Flags", settings.flags())
        .header("sid", settings.sid())
        .header("kv", settings.kv())
        .header("MSPAuth", visit.ticket());
  }

  private static void client(MimeMessage message, Visit visit) {
    message
        .header("ClientIP", withoutColons(visit.host()))
        .header("ClientPort", swapped(visit.port()));
  }

  /** Some clients take a second colon in a header for an error; they know no IPv6 either. */
  private static String withoutColons(String host) {
    return host.indexOf(':') < 0 ? host : "0.0.0.0";
  }

  /** The port as a little-endian client of the time stored it: 1863 is written 18183. */
  private static int swapped(int port) {
    return ((port & 0xFF) << Byte.SIZE) | (port >> Byte.SIZE);
  }
}
