package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.Fact;
import im.monarch.conformance.transcript.WireText;
import java.util.HashMap;
import java.util.Map;

/** Who plays: the accounts of a transcript, by whole handle and by what stands before the @. */
final class Cast {

  private final Map<String, Fact.Account> accounts = new HashMap<>();

  void add(Fact.Account account) {
    accounts.put(account.handle(), account);
    accounts.putIfAbsent(account.handle().substring(0, account.handle().indexOf('@')), account);
  }

  /**
   * @throws IllegalStateException when there is no such account
   */
  Fact.Account account(String who) {
    var account = accounts.get(who);
    if (account == null) {
      throw new IllegalStateException("no account is given for " + who);
    }
    return account;
  }

  /** The friendly name as a server writes it that escapes no more than it must. */
  String escapedName(String who) {
    var escaped = new StringBuilder();
    for (char c : WireText.of(account(who).friendlyName()).toCharArray()) {
      if (c <= ' ' || c == '%' || c == 0x7F) {
        escaped.append("%%%02X".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
