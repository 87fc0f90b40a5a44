package im.monarch.conformance.durability;

import im.monarch.conformance.harness.AdminClient;
import im.monarch.conformance.transcript.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody who changes one account's contacts, one after the other, until the server is gone. */
final class Writer {

  private static final List<List<String>> LISTS =
      List.of(List.of("FL", "AL"), List.of("FL", "BL"), List.of("FL"));
  private static final List<List<String>> GROUPS =
      List.of(List.of("Friends"), List.of("Work"), List.of("Friends", "Work"));

  private final String owner;
  private final List<String> contacts;
  private final Random random;
  private final Ledger ledger;

  Writer(String owner, List<String> contacts, Random random, Ledger ledger) {
    this.owner = owner;
    this.contacts = contacts;
    this.random = random;
    this.ledger = ledger;
  }

  /**
   * @param acknowledged runs after every answer
   */
  void writeUntilTheServerIsGone(AdminClient admin, Runnable acknowledged) {
    for (int i = 0; ; i++) {
      var write = anyWrite(i);
      ledger.asked(write);
      try {
        admin.put(write);
      } catch (IllegalStateException e) {
        if (e.getCause() instanceof IOException) {
          return;
        }
        throw e;
      }
      ledger.answered(write);
      acknowledged.run();
    }
  }

  private Fact.Lists anyWrite(int number) {
    return new Fact.Lists(
        owner,
        any(contacts),
        any(LISTS),
        any(GROUPS),
        Optional.of("Contact " + number + " " + random.nextInt()));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
