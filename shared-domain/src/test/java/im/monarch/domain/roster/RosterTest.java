package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.after;
import static im.monarch.domain.roster.Notation.handle;
import static im.monarch.domain.roster.Notation.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.GroupId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {

  @ParameterizedTest
  @CsvSource({
    "AL, -, true", "AL, AL, true", "AL, BL, false",
    "BL, -, false", "BL, AL, true", "BL, BL, false"
  })
  void whoIsAdmittedFollowsFromListAndPrivacy(String privacy, String list, boolean admitted) {
    var book = roster(list.equals("-") ? "-" : "bob:Bob " + list);
    var chosen = privacy.equals("AL") ? book : after(book, "BLP BL");

    assertThat(chosen.admits(handle("bob"))).isEqualTo(admitted);
  }

  @Test
  void watchersAreThoseOnTheReverseListWhoAreAdmitted() {
    var book = roster("a:A RL; b:B BL RL; c:C FL 0; d:D AL RL; e:E AL");

    assertThat(book.watchers()).containsExactlyInAnyOrder(handle("a"), handle("d"));
    assertThat(book.watched()).containsExactly(handle("c"));
  }

  @Test
  void contactsComeInTheOrderOfHandles() {
    var book = roster("d:D AL; a:A AL; c:C AL; b:B AL");

    assertThat(book.contacts().keySet())
        .containsExactly(handle("a"), handle("b"), handle("c"), handle("d"));
    assertThat(book.contacts().values()).extracting(Contact::nickname).hasSize(4);
  }

  @Test
  void contactsAreFoundByHandle() {
    var book = roster("d:D AL; a:A AL; c:C AL");

    for (var name : List.of("a", "c", "d")) {
      assertThat(book.contact(handle(name)).orElseThrow().handle()).isEqualTo(handle(name));
    }
    assertThat(book.contact(handle("b"))).isEmpty();
    assertThat(book.contacts()).doesNotContainKey(handle("e")).containsKey(handle("a"));
  }

  @Test
  void groupsOfAContactBehaveLikeASortedSet() {
    var groups = roster("bob:Bob FL 29,3,0").contact(handle("bob")).orElseThrow().groups();
    var plain = new TreeSet<>(groups);

    assertThat(groups).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(groups).containsExactly(new GroupId(0), new GroupId(3), new GroupId(29));
    assertThat(groups.first()).isEqualTo(new GroupId(0));
    assertThat(groups.last()).isEqualTo(new GroupId(29));
    assertThat(groups.headSet(new GroupId(3))).containsExactly(new GroupId(0));
    assertThat(groups.tailSet(new GroupId(3))).hasSize(2);
    assertThat(groups.subSet(new GroupId(1), new GroupId(29))).containsExactly(new GroupId(3));
  }

  @Test
  void whatIsEmptyOrUsualIsShared() {
    var bob = roster("bob:Bob FL AL 0").contact(handle("bob")).orElseThrow();
    var carol = roster("carol:Carol FL AL 0").contact(handle("carol")).orElseThrow();

    assertThat(bob.lists()).isSameAs(carol.lists());
    assertThat(bob.groups()).isSameAs(carol.groups());
    assertThat(roster("-").contacts()).isSameAs(roster("-").contacts());
  }

  @Test
  void nobodyIsAContactOnNoList() {
    var bob = handle("bob");
    var name = Notation.ownName("bob");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Contact(
                    bob, name, name, Notation.KEPT, Set.of(), GroupSet.ofMask(0), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Contact(
                    bob,
                    name,
                    name,
                    Notation.KEPT,
                    Set.of(ContactList.FL),
                    GroupSet.ofMask(0),
                    Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"-1, 30, 61", "600, 0, 61", "600, 31, 61", "600, 30, 0", "600, 30, 388"})
  void limitsThatMakeNoSenseAreRefused(int contacts, int groups, int nameBytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RosterLimits(contacts, groups, nameBytes));
  }
}
