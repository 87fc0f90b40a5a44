package im.monarch.conformance.transcript;

import java.util.List;
import java.util.Optional;

/** What is true before a conversation, or becomes true during it without anybody saying so. */
public sealed interface Fact {

  /**
   * {@code given account alice@example.com "Alice" password "secret" legacy "tulip"}.
   *
   * @param legacyPassword what signs in to MSNP2 to MSNP7, if anything does
   */
  record Account(
      String handle, String friendlyName, String password, Optional<String> legacyPassword)
      implements Fact {
    public Account(String handle, String friendlyName, String password) {
      this(handle, friendlyName, password, Optional.empty());
    }
  }

  /**
   * {@code given alice@example.com lists bob@example.com FL AL groups Friends nickname "Bob B"}.
   *
   * @param lists none takes the contact off all lists
   */
  record Lists(
      String owner,
      String contact,
      List<String> lists,
      List<String> groups,
      Optional<String> nickname)
      implements Fact {
    public Lists {
      lists = List.copyOf(lists);
      groups = List.copyOf(groups);
    }
  }

  /** {@code given shutdown in 5 minutes}: everybody who is there is told. */
  record ShutdownSoon(int minutes) implements Fact {}

  /** {@code given alice@example.com has list version 15}: reached by editing the list. */
  record ListVersion(String handle, long version) implements Fact {}
}
