package im.monarch.domain.clients;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.clients.ClientEntry.Offer;
import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.ClientVersion;
import im.monarch.protocol.vocabulary.Lcid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCatalogueTest {

  private static final Lcid ENGLISH = Lcid.parse("0x0409");
  private static final Lcid GERMAN = Lcid.parse("0x0407");

  @Test
  void anEmptyCatalogueKnowsNobody() {
    assertThat(new ClientCatalogue(List.of()).releaseFor(client("MSNMSGR", "6.0.0602"))).isEmpty();
  }

  @Test
  void aRowWithoutVersionsRepeatsTheClientsOwn() {
    assertThat(catalogue(row("MSNMSGR", "dl")).releaseFor(client("MSNMSGR", "6.0.0602")))
        .contains(new ClientRelease("6.0.0602", "6.0.0602", "6.0.0602", "dl", "fallback"));
  }

  @Test
  void aRowWithVersionsNamesThem() {
    var offer =
        new Offer(Optional.of("7.0.0813"), Optional.empty(), Optional.of("6.2.0205"), "dl", "f");

    assertThat(catalogue(row("MSNMSGR", offer)).releaseFor(client("MSNMSGR", "6.0.0602")))
        .contains(new ClientRelease("7.0.0813", "7.0.0813", "6.2.0205", "dl", "f"));
  }

  @Test
  void aMaximumMayDifferFromTheRecommendedVersion() {
    var offer = new Offer(Optional.of("7.0"), Optional.of("7.5"), Optional.empty(), "dl", "f");

    assertThat(catalogue(row("MSNMSGR", offer)).releaseFor(client("MSNMSGR", "6.0")))
        .contains(new ClientRelease("7.0", "7.5", "6.0", "dl", "f"));
  }

  @Test
  void theFirstRowThatFitsDecides() {
    var catalogue =
        catalogue(row("MSMSGS", "other"), row("MSNMSGR", "first"), row("MSNMSGR", "second"));

    assertThat(catalogue.releaseFor(client("msnmsgr", "6.0")).map(ClientRelease::download))
        .contains("first");
  }

  @ParameterizedTest
  @CsvSource({"MSNMSGR, true", "msnmsgr, true", "MSMSGS, false", "YCOMM, false"})
  void aRowIsAboutOneLibraryWhateverItsCase(String library, boolean fits) {
    assertThat(row("MSNMSGR", "dl").isAbout(client(library, "6.0"))).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "5.9.9999, false",
    "6.0.0268, true",
    "6.0.0602, true",
    "6.2.0205, true",
    "6.2.0206, false",
    "10.0, false"
  })
  void aRowIsAboutARangeOfVersionsBothIncluded(String version, boolean fits) {
    var row =
        row(Optional.empty(), Optional.of("6.0.0268"), Optional.of("6.2.0205"), Optional.empty());

    assertThat(row.isAbout(client("MSNMSGR", version))).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"winnt, true", "WINNT, true", "win, false"})
  void aRowMayBeAboutOneSystem(String system, boolean fits) {
    var row = row(Optional.of("winnt"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(row.isAbout(client(ENGLISH, system, "MSNMSGR", "6.0"))).isEqualTo(fits);
  }

  @Test
  void aRowMayBeAboutOneLocale() {
    var row = row(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(GERMAN));

    assertThat(row.isAbout(client(GERMAN, "winnt", "MSNMSGR", "6.0"))).isTrue();
    assertThat(row.isAbout(client(ENGLISH, "winnt", "MSNMSGR", "6.0"))).isFalse();
  }

  private static ClientCatalogue catalogue(ClientEntry... rows) {
    return new ClientCatalogue(List.of(rows));
  }

  private static ClientEntry row(String library, String download) {
    return row(
        library,
        new Offer(Optional.empty(), Optional.empty(), Optional.empty(), download, "fallback"));
  }

  private static ClientEntry row(String library, Offer offer) {
    return new ClientEntry(
        library, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), offer);
  }

  private static ClientEntry row(
      Optional<String> system, Optional<String> from, Optional<String> to, Optional<Lcid> locale) {
    return new ClientEntry(
        "MSNMSGR",
        system,
        from.map(ClientVersion::new),
        to.map(ClientVersion::new),
        locale,
        row("MSNMSGR", "dl").offer());
  }

  private static ClientDescription client(String library, String version) {
    return client(ENGLISH, "winnt", library, version);
  }

  private static ClientDescription client(
      Lcid locale, String system, String library, String version) {
    return new ClientDescription(locale, system, library, new ClientVersion(version));
  }
}
