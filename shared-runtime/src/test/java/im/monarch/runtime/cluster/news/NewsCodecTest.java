package im.monarch.runtime.cluster.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewsCodecTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final Moment AT = new Moment(1L << 40, 300);
  private static final ListVersion VERSION = new ListVersion(4_294_967_295L);
  private static final FriendlyName NAME = new FriendlyName("Alicé%20✓");

  static Stream<News> allThatTravels() {
    return Stream.of(
        new News.Appeared(appearance(Optional.empty()), AT),
        new News.Appeared(appearance(Optional.of(new MsnObject("%3Cmsnobj%2F%3E"))), AT),
        new News.MessageChanged(speaking(), AT),
        new News.Vanished(BOB, AT),
        new News.Departed(Map.of(ALICE, AT, BOB, new Moment(0, 0))),
        new News.TakenOver(127),
        new News.Listed(ALICE, NAME, VERSION),
        new News.Unlisted(ALICE, VERSION),
        new News.PropertyChanged(ALICE, PropertyKey.PHM, Optional.of("1%202"), VERSION),
        new News.PropertyChanged(ALICE, PropertyKey.MOB, Optional.empty(), VERSION),
        new News.Rearranged(roster()),
        new News.ShutDownSoon(128),
        new News.AccountClosed());
  }

  private static Appearance appearance(Optional<MsnObject> object) {
    return new Appearance(PresenceStatus.BSY, ALICE, NAME, new Capabilities(0xFFFF_FFFFL), object);
  }

  private static Appearance speaking() {
    return new Appearance(
        PresenceStatus.NLN,
        ALICE,
        NAME,
        Capabilities.NONE,
        Optional.empty(),
        new PersonalMessage("à la & <mode>", "a song"));
  }

  private static Roster roster() {
    var groups =
        List.of(
            new Group(new GroupId(0), new GroupName("Other"), UUID.randomUUID()),
            new Group(new GroupId(29), new GroupName("Käse"), UUID.randomUUID()));
    var contact =
        new Contact(
            BOB,
            NAME,
            new FriendlyName("Bob"),
            UUID.randomUUID(),
            Set.of(ContactList.FL, ContactList.AL, ContactList.RL),
            new TreeSet<>(List.of(new GroupId(0), new GroupId(29))),
            Map.of(PropertyKey.PHH, "555%201234"));
    return new Roster(
        ALICE,
        NAME,
        VERSION,
        PrivacyMode.BL,
        PromptMode.N,
        Map.of(PropertyKey.MBE, "Y", PropertyKey.MOB, "N"),
        groups,
        Map.of(BOB, contact));
  }

  @ParameterizedTest
  @MethodSource("allThatTravels")
  void whatTravelsComesBackAsItWas(News news) {
    assertThat(NewsCodec.read(NewsCodec.write(news))).isEqualTo(news);
  }

  @Test
  void everyKindOfNewsEitherTravelsOrStays() {
    var travels = allThatTravels().map(Object::getClass).distinct().count();

    assertThat(travels + stays().count()).isEqualTo(News.class.getPermittedSubclasses().length);
  }

  static Stream<News> stays() {
    return Stream.of(
        new News.MoveOn(),
        new News.Invited(null, Promise.promise()),
        new News.RollCall(Promise.promise()),
        new News.Found(Map.of()),
        new News.ListsInDoubt(),
        new News.LeaseLost(),
        new News.ClaimInDoubt());
  }

  @ParameterizedTest
  @MethodSource("stays")
  void whatIsForOneProcessStaysInItsProcess(News news) {
    assertThatIllegalArgumentException().isThrownBy(() -> NewsCodec.write(news));
  }

  @Test
  void newsOfALaterReleaseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> NewsCodec.read(Buffer.buffer("cab")));
  }

  @ParameterizedTest
  @MethodSource("allThatTravels")
  void newsThatWasCutOffIsRefused(News news) {
    var bytes = NewsCodec.write(news);
    if (bytes.length() > 1) {
      var cut = bytes.slice(0, bytes.length() - 1);

      assertThatThrownBy(() -> NewsCodec.read(cut))
          .isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
    }
  }
}
