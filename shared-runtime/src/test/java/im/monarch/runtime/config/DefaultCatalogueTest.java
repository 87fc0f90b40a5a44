package im.monarch.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.ClientVersion;
import im.monarch.protocol.vocabulary.Lcid;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultCatalogueTest {

  private final ClientCatalogue catalogue =
      new ClientCatalogue(ClientRows.read(Resources.list("clients.json"), new ArrayList<>()));

  @ParameterizedTest
  @CsvSource({
    "MSMSGS, win, 1.0.0863",
    "MSMSGS, winnt, 4.7.2009",
    "MSNMSGR, winnt, 5.0.0544",
    "MSNMSGR, winnt, 6.0.0602",
    "MSNMSGR, winnt, 8.5.1288.816",
    "MSNMSGR, winnt, 14.0.8117.0416",
    "MSNMSGR, winnt, 16.4.3528.0331",
    "MSG80BETA, winnt, b.0.0328",
    "MSG80BETA, winnt, 8.0.0566",
    "macmsgs, mac, 3.5.1",
    "GTMESS, Linux, 0.91",
    "UWPMESSENGER, winnt, 0.6",
  })
  void aKnownClientIsToldThatItIsTheNewest(String library, String system, String version) {
    assertThat(answer(library, system, version))
        .hasValueSatisfying(
            release -> {
              assertThat(release.recommended()).isEqualTo(version);
              assertThat(release.maximum()).isEqualTo(version);
              assertThat(release.minimum()).isEqualTo(version);
            });
  }

  @ParameterizedTest
  @CsvSource({"MSNMSGR, winnt, 99.9.9999", "YCOMM, winnt, 0.1.0023"})
  void whatTheSourcesRefuseIsRefused(String library, String system, String version) {
    assertThat(answer(library, system, version)).isEmpty();
  }

  private Optional<ClientRelease> answer(String library, String system, String version) {
    return catalogue.releaseFor(
        new ClientDescription(Lcid.parse("0x0409"), system, library, new ClientVersion(version)));
  }
}
