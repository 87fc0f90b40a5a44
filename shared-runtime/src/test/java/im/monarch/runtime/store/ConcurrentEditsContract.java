package im.monarch.runtime.store;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds however many edit the same address books at once. */
abstract class ConcurrentEditsContract extends StoreContract {

  private static final int FIBERS = 12;
  private static final int EDITS = 40;

  /** Every version that an account was given, by whoever caused it. */
  private final Map<Handle, Queue<Long>> versions = new ConcurrentHashMap<>();

  @Test
  void twoWhoEditEachOtherLoseNoVersionAndNeverDisagree() {
    var alice = register("alice");
    var bob = register("bob");

    fibers(
            FIBERS,
            fiber ->
                fiber < 4
                    ? compare(alice, bob, EDITS)
                    : edits(List.of(alice, bob), new Random(fiber), EDITS))
        .await();

    assertThatNoVersionIsMissing(alice);
    assertThatNoVersionIsMissing(bob);
    assertThatBothSidesAgree(List.of(alice, bob));
  }

  @Test
  void manyWhoEditEachOtherLoseNoVersion() {
    var people = IntStream.range(0, 6).mapToObj(i -> register("person" + i)).toList();

    fibers(FIBERS, fiber -> edits(people, new Random(fiber), EDITS)).await();

    people.forEach(this::assertThatNoVersionIsMissing);
    assertThatBothSidesAgree(people);
  }

  @Test
  void accountsMayComeAndGoMeanwhile() {
    var people = IntStream.range(0, 4).mapToObj(i -> register("person" + i)).toList();

    fibers(
            FIBERS,
            fiber ->
                fiber < 2
                    ? comeAndGo(people.get(fiber), EDITS)
                    : edits(people, new Random(fiber), EDITS))
        .await();

    assertThatBothSidesAgree(people);
  }

  private static Future<Void> fibers(int count, IntFunction<Future<Void>> fiber) {
    return Future.join(IntStream.range(0, count).mapToObj(fiber).toList()).mapEmpty();
  }

  private Future<Void> edits(List<Handle> people, Random random, int left) {
    if (left == 0) {
      return Future.succeededFuture();
    }
    var owner = people.get(random.nextInt(people.size()));
    return store()
        .rosters()
        .edit(owner, RandomEdit.about(people.get(random.nextInt(people.size())), random))
        .compose(
            edited -> {
              remember(owner, edited);
              return edits(people, random, left - 1);
            });
  }

  private void remember(Handle owner, Edited edited) {
    if (edited instanceof Edited.Stored stored) {
      remember(owner, stored.after().version().number());
      stored.touched().forEach((other, version) -> remember(other, version.number()));
    }
  }

  private void remember(Handle account, long version) {
    versions.computeIfAbsent(account, handle -> new ConcurrentLinkedQueue<>()).add(version);
  }

  private Future<Void> comeAndGo(Handle account, int left) {
    if (left == 0) {
      return Future.succeededFuture();
    }
    return store()
        .accounts()
        .remove(account)
        .compose(
            removed -> store().accounts().register(account, new FriendlyName("Back"), PASSWORD))
        .compose(registered -> comeAndGo(account, left - 1));
  }

  /** Reads one side between two readings of the other that show the same version. */
  private Future<Void> compare(Handle one, Handle other, int left) {
    if (left == 0) {
      return Future.succeededFuture();
    }
    var readings = new ArrayList<Roster>();
    return Future.<Void>succeededFuture()
        .compose(start -> read(one, readings))
        .compose(next -> read(other, readings))
        .compose(next -> read(one, readings))
        .compose(
            done -> {
              if (readings.get(0).version().equals(readings.get(2).version())) {
                assertThat(isOn(readings.get(0), other, FL))
                    .isEqualTo(isOn(readings.get(1), one, RL));
                assertThat(isOn(readings.get(0), other, RL))
                    .isEqualTo(isOn(readings.get(1), one, FL));
              }
              return compare(one, other, left - 1);
            });
  }

  private Future<Void> read(Handle owner, List<Roster> into) {
    return store().rosters().load(owner).onSuccess(book -> into.add(book.orElseThrow())).mapEmpty();
  }

  private static boolean isOn(Roster roster, Handle contact, ContactList list) {
    return roster.contact(contact).filter(held -> held.isOn(list)).isPresent();
  }

  private void assertThatNoVersionIsMissing(Handle account) {
    assertThat(versions.get(account))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(2, version(account)).boxed().toList());
  }

  private void assertThatBothSidesAgree(List<Handle> people) {
    for (var one : people) {
      for (var other : people) {
        assertThat(isOn(roster(one), other, FL)).isEqualTo(isOn(roster(other), one, RL));
      }
    }
  }
}
