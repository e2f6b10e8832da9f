"""Children in need censuses for tests: small ones made of pieces, and one with every group in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from lineofsight.returns.cin import CIN_CENSUS
from lineofsight.returns.model import Covers, Row
from lineofsight.returns.problems import FileRefusedError, Problem, Severity

HEADER = "<Header><CollectionDetails><Collection>CIN</Collection>{}</CollectionDetails></Header>"
DATED = HEADER.format("<Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate>")
PERSON = "<LAchildID>c1</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>"
WHITE = "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
REFERRED = "<CINreferralDate>2023-10-06</CINreferralDate>"


def child(*details: str, person: str = PERSON, characteristics: str = WHITE) -> str:
    """A child; each of ``details`` is the inside of a CINdetails."""
    cases = "".join(f"\n<CINdetails>{inside}</CINdetails>" for inside in details)
    return f"\n<Child><ChildIdentifiers>{person}</ChildIdentifiers>{characteristics}{cases}</Child>"


def message(*children: str, header: str = DATED, attributes: str = "") -> str:
    return f"<Message{attributes}>{header}<Children>{''.join(children)}</Children></Message>"


@dataclass(frozen=True)
class Read:
    rows: list[Row]
    problems: list[Problem]
    covers: list[Covers]

    def of(self, table: str) -> list[dict[str, object]]:
        """The rows of a table that are kept."""
        return [row.values for row in self.rows if row.table == table and not row.held]

    def held(self, table: str) -> int:
        return sum(row.held for row in self.rows if row.table == table)

    def said(self) -> list[tuple[str, str | None, Severity]]:
        return [(problem.rule, problem.column, problem.severity) for problem in self.problems]


def census_file(folder: Path, text: str) -> Path:
    file = folder / "census.xml"
    file.write_text(text, encoding="utf-8")
    return file


def read(folder: Path, text: str) -> Read:
    """A file with this text, read to its end."""
    file = census_file(folder, text)
    assert CIN_CENSUS.recognises(file) == "census"
    items = list(CIN_CENSUS.read(file, "census", file.name))
    rows = [item for item in items if isinstance(item, Row)]
    problems = [item for item in items if isinstance(item, Problem)]
    return Read(rows, problems, [item for item in items if isinstance(item, Covers)])


def refused(folder: Path, text: str) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as why:
        read(folder, text)
    return why.value


EVERYTHING = f"""<Message>{DATED}
<Children>
<Child>
 <ChildIdentifiers>
  <LAchildID>c1</LAchildID><UPN>a123456789123</UPN><FormerUPN>X1</FormerUPN><UPNunknown>UN3</UPNunknown>
  <PersonBirthDate>2015-03-27</PersonBirthDate><ExpectedPersonBirthDate>2015-03-20</ExpectedPersonBirthDate>
  <Sex>F</Sex><PersonDeathDate>2024-02-01</PersonDeathDate>
 </ChildIdentifiers>
 <ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
  <Disabilities><Disability>HAND</Disability><Disability>NONE</Disability></Disabilities>
 </ChildCharacteristics>
 <CINdetails>
  <CINreferralDate>2023-10-06</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N4</PrimaryNeedCode>
  <CINclosureDate>2024-02-27</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure>
  <DateOfInitialCPC>2023-12-06</DateOfInitialCPC>
  <Assessments>
   <AssessmentActualStartDate>2023-10-07</AssessmentActualStartDate>
   <AssessmentInternalReviewDate>2023-10-22</AssessmentInternalReviewDate>
   <AssessmentAuthorisationDate>2023-11-18</AssessmentAuthorisationDate>
   <FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors>
   </FactorsIdentifiedAtAssessment>
  </Assessments>
  <CINPlanDates><CINPlanStartDate>2024-01-24</CINPlanStartDate><CINPlanEndDate>2024-01-26</CINPlanEndDate></CINPlanDates>
  <Section47>
   <S47ActualStartDate>2023-10-12</S47ActualStartDate><InitialCPCtarget>2023-11-02</InitialCPCtarget>
   <DateOfInitialCPC>2023-10-27</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired>
  </Section47>
  <ReferralNFA>0</ReferralNFA>
  <ChildProtectionPlans>
   <CPPstartDate>2023-10-27</CPPstartDate><CPPendDate>2024-03-14</CPPendDate>
   <InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
   <NumberOfPreviousCPP>1</NumberOfPreviousCPP>
   <Reviews><CPPreviewDate>2024-01-15</CPPreviewDate></Reviews>
  </ChildProtectionPlans>
  <PreProceedingsandFGDM>
   <PPStartDate>2024-01-09</PPStartDate><LBPSentDate>2024-01-20</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer>
   <FGDMMeetingFac>0</FGDMMeetingFac><InitialPPMeetingDate>2024-01-28</InitialPPMeetingDate>
   <ReviewMeetingsCount>3</ReviewMeetingsCount><StepDecisionDate>2024-02-01</StepDecisionDate><PPOutcome>A</PPOutcome>
   <CourtAppDate>2024-02-18</CourtAppDate><LetterInitCPDate>2024-02-05</LetterInitCPDate>
  </PreProceedingsandFGDM>
 </CINdetails>
</Child></Children></Message>"""
