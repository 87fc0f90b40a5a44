package im.monarch.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.AdminClient;
import im.monarch.conformance.transcript.Fact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which contacts were written and acknowledged, and which one of each owner may or may not be there
 * because the answer never came.
 */
final class Ledger {

  private final Map<String, Map<String, Fact.Lists>> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Fact.Lists> unanswered = new ConcurrentHashMap<>();

  /** An account was acknowledged. */
  void opened(String owner) {
    acknowledged.put(owner, new ConcurrentHashMap<>());
  }

  void asked(Fact.Lists write) {
    unanswered.put(write.owner(), write);
  }

  void answered(Fact.Lists write) {
    acknowledged.get(write.owner()).put(write.contact(), write);
    unanswered.remove(write.owner());
  }

  int size() {
    return acknowledged.values().stream().mapToInt(Map::size).sum();
  }

  /**
   * Compares with what a server has. A write without an answer is settled by it: all of it is
   * there, or nothing.
   */
  void check(AdminClient admin) {
    acknowledged.forEach((owner, contacts) -> check(owner, contacts, admin.account(owner)));
    unanswered.clear();
  }

  private void check(String owner, Map<String, Fact.Lists> contacts, JsonObject account) {
    var stored = account.getJsonArray("contacts");
    Optional.ofNullable(unanswered.get(owner))
        .filter(write -> isThere(write, stored))
        .ifPresent(write -> contacts.put(write.contact(), write));

    assertThat(stored.size()).as("contacts of %s: %s", owner, stored).isEqualTo(contacts.size());
    contacts
        .values()
        .forEach(
            write -> assertThat(isThere(write, stored)).as("%s in %s", write, stored).isTrue());
  }

  private static boolean isThere(Fact.Lists write, JsonArray contacts) {
    return contacts.stream()
        .map(JsonObject.class::cast)
        .filter(contact -> contact.getString("handle").equals(write.contact()))
        .anyMatch(contact -> matches(write, contact));
  }

  private static boolean matches(Fact.Lists write, JsonObject contact) {
    return contact.getString("nickname").equals(write.nickname().orElseThrow())
        && texts(contact, "lists").containsAll(write.lists())
        && write.lists().containsAll(texts(contact, "lists"))
        && texts(contact, "groups").equals(write.groups());
  }

  private static List<String> texts(JsonObject contact, String field) {
    return contact.getJsonArray(field).stream().map(String.class::cast).toList();
  }
}
