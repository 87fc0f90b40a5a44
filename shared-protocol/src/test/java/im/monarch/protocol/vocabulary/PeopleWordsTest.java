package im.monarch.protocol.vocabulary;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleWordsTest {

  @Test
  void listsMakeAMask() {
    assertThat(ContactList.mask(Set.of())).isZero();
    assertThat(ContactList.mask(List.of(FL, AL, RL))).isEqualTo(11);
    assertThat(ContactList.mask(List.of(BL, BL))).isEqualTo(4);
  }

  @Test
  void everyMaskComesBack() {
    for (int mask = 0; mask < 16; mask++) {
      assertThat(ContactList.mask(ContactList.ofMask(mask))).isEqualTo(mask);
    }
  }

  @Test
  void listsOfTheFutureAreIgnored() {
    assertThat(ContactList.ofMask(16 | 1)).containsExactly(FL);
  }

  @ParameterizedTest
  @EnumSource(
      value = PresenceStatus.class,
      names = {"HDN", "FLN"},
      mode = EnumSource.Mode.EXCLUDE)
  void somebodyAppearsWithAnOpenStatus(PresenceStatus status) {
    assertThat(appearance(status).status().isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = PresenceStatus.class,
      names = {"HDN", "FLN"})
  void nobodyAppearsHiddenOrOffline(PresenceStatus status) {
    assertThatIllegalArgumentException().isThrownBy(() -> appearance(status));
  }

  private static Appearance appearance(PresenceStatus status) {
    var bob = new Handle("bob@example.com");
    return new Appearance(status, bob, FriendlyName.of(bob), Capabilities.NONE, Optional.empty());
  }
}
