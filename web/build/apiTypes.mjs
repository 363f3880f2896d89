// Types of the services' interfaces, out of the documents the services' builds have accepted: node build/apiTypes.mjs
import openapiTS, { astToString } from 'openapi-typescript';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { parse } from 'yaml';

const SERVICES = ['gateway', 'survey', 'feedback', 'kpi'];
const FOLDER = 'target/api';
/**
 * The documents do not say what an answer always holds. These fields it does, wherever they occur; all others may be
 * null, or left out where that means the same.
 */
const ALWAYS = new Set(
    [
        'id code name status side severity title kind state level weight step seq at to actor items rows counts',
        'openedAt updatedAt openedBy clocks timeline coLeads attempt category years results number',
        'requestedBy requestedAt startedAt dimensions indicators vetoItems bonusItems signatures signed party signedBy',
        'signedAt department departmentName year version effectiveFrom period asOf sealed contract contractYear',
        'contractVersion steps effectiveWeight sides tags statistic direction floor yellowFrom greenFrom',
        'minimumSample metric withheld suppressed indicator eventId ordinal occurredAt recordedAt comparable',
        'sequence sealedAt confirmedBy hash cellsHash contractsHash ratesHash scoresHash periods broken differing what',
        'belongsTo countsIn differences path before after active username roles csrfToken expiresAt mustChangePassword',
        'locked createdAt createdBy caseId givenBy givenAt campaignId surveyId anonymous access stations token url',
        'satisfactionState open openOverdue unconfirmed confirmed difference topic partition offset',
        'disabled foreign clock revision changedBy changedAt recipient rung firedAt calendar minutes ladder afterMinutes enabled',
        'priority stop condition once opens examined complete matched opened anonymousMatched stoppedBy stops samples',
        'from holidays workdays plan mediaType visibility attachedBy attachedAt shared filters owner savedAt sameOrganisation',
        'sameCategory unlisted firstCase firstUsed ruleId ruleVersion matchedAt archivedBy archivedAt totals',
        'youSaid weDid named authors draftedAt revision withdrawn recordedBy post process',
    ]
        .join(' ')
        .split(' '),
);
/** And these, in these answers only: others have fields of the same names that may be missing. */
const ALWAYS_IN = {
    GivenResponse: ['campaign'],
    TracedSource: ['type'],
    ChannelRoad: ['channel', 'road'],
    OverrideLine: ['proposal', 'decidable'],
    ProposalView: ['reason'],
    StakeholderView: ['vouched'],
    SupplyReportLine: ['quarter', 'sentTo', 'dueOn'],
    SupplyReportView: ['report', 'template', 'sections', 'figures', 'gaps'],
    SupplySectionView: ['text'],
    SupplyFigureView: ['unit', 'change'],
    GapView: ['section', 'word'],
    ReceptionView: ['entry', 'sentAt'],
    SupplyPreview: ['pieces'],
    PieceJson: ['text', 'head'],
    SupplyTemplateView: ['figures', 'sections'],
    SectionView: ['text'],
    ExpectedFigureView: ['unit'],
    FigureImportReport: ['dryRun', 'added', 'changed', 'unchanged', 'refused', 'ignoredColumns', 'lines'],
    FigureLineView: ['line', 'outcome', 'violations'],
    PlanReportLine: ['month'],
    PlanReportView: ['report', 'figures'],
    MovedFigureView: ['indicator', 'periodBefore', 'periodNow'],
    PlanReportPreview: ['pieces'],
    ActionView: ['problem', 'tasks'],
    AgreedActionView: ['dueOn'],
    Beginning: ['body'],
    CaseStoryLine: ['summary', 'updatedAt'],
    CauseCount: ['cases'],
    CommentCaseView: ['unsettled', 'readable'],
    CoveredCount: ['total', 'covered'],
    CsrCoverageView: ['stage', 'whole', 'departments'],
    Count: ['n'],
    CountDifference: ['position', 'month', 'extremesDiffer'],
    CsrElementView: ['stage', 'retired'],
    CsrStagingView: ['stage'],
    DepartmentCoverage: ['coverage'],
    Block: ['kind'],
    BriefingContent: ['masthead', 'organisation', 'title', 'footer', 'sections'],
    BriefingProduction: ['language', 'stepsDone', 'percent', 'orderedAt', 'outdated'],
    BriefingTemplate: ['content'],
    BriefingView: ['content'],
    Edition: ['masthead', 'organisation', 'footer', 'sections', 'figures'],
    EditionBlock: ['paragraphs', 'figures'],
    EditionSection: ['blocks'],
    IssueFigure: ['lineage', 'unit'],
    EvidenceView: ['reference', 'addedBy', 'addedAt'],
    FieldChange: ['field'],
    ImportReport: ['dryRun', 'created', 'updated', 'unchanged', 'refused', 'ignoredColumns'],
    ImportedThing: ['line', 'outcome', 'changes'],
    ImprovementPlanView: ['problems', 'actions'],
    Integrations: ['keyPosts', 'typicalBusiness', 'keyProcesses'],
    LectureAttendance: ['people'],
    LectureDutyRow: ['windows'],
    LectureLine: ['place', 'speaker', 'startsAt', 'capacity', 'people'],
    LecturePlanLine: ['people'],
    LecturePlanView: ['firstWindow', 'topics', 'quotas', 'updatedAt'],
    LectureReach: ['due', 'covered', 'attended'],
    LectureView: ['lecture', 'attendance'],
    MilestoneView: ['dueOn'],
    NoticeView: ['occasion', 'subject', 'channel', 'tries'],
    NotificationView: ['purpose'],
    PartyView: ['willingness', 'resources', 'affordableCost', 'share', 'role', 'actions'],
    PlanTaskView: ['action', 'dueOn', 'evidence'],
    ProjectIndicatorView: ['unit', 'valueBefore'],
    ProjectMilestoneView: ['dueOn'],
    PlannedQuota: ['people'],
    PostDutyView: ['duty'],
    PostView: ['nameEn', 'keyPost'],
    ProblemView: ['dimension', 'cases', 'figures'],
    ProcessHeatView: ['months', 'since', 'counts', 'complete'],
    ProcessLine: ['nameEn', 'keyProcess', 'typicalBusiness'],
    ProcessView: [
        'nameEn',
        'keyProcess',
        'typicalBusiness',
        'duties',
        'standards',
        'institutions',
        'performance',
        'formerSteps',
    ],
    QuizView: ['campaign', 'link'],
    Recurring: ['cases', 'causes', 'latest'],
    Rebuild: ['source', 'replayed'],
    RecipientView: ['audience', 'channel', 'address', 'locale'],
    RootProjectLine: ['beginsOn', 'endsOn', 'stage', 'measured', 'moved', 'updatedAt'],
    RootProjectView: ['project', 'problem', 'goal', 'budget', 'covered', 'stakeholders', 'milestones', 'files'],
    Shown: ['picture', 'words'],
    StoryMonthView: ['month', 'story', 'chosenBy', 'chosenAt'],
    StoryView: ['story', 'body', 'cases', 'projects', 'pictures'],
    RefusedLine: ['line', 'violations'],
    RegisterImportReport: ['dryRun', 'added', 'changed', 'unchanged', 'ignoredColumns', 'things', 'refusals'],
    RenderedViolation: ['message'],
    Section: ['blocks'],
    RowView: ['row', 'outcome', 'changes', 'violations'],
    Verification: ['cells'],
    TermsCheck: ['violations'],
    WholeCsrElementView: ['element', 'history'],
    WholeTaskView: ['task', 'milestones', 'proofs'],
};
/** Of what is nearly always there these answers leave out some: nobody is responsible yet, or nothing stands there. */
const NOT_ALWAYS_IN = {
    CaseLine: ['department'],
    CaseView: ['department'],
    CategoryView: ['department'],
    CauseCount: ['step', 'post'],
    CsrElementView: ['step'],
    DepartmentCoverage: ['department'],
    EntryView: ['department'],
    FieldChange: ['from'],
    LectureView: ['before', 'after'],
    NoticeView: ['department'],
    PartyView: ['side'],
    PostDutyView: ['post'],
    PostView: ['department'],
    ProcessLine: ['department'],
    ProcessStepView: ['post'],
    ProcessView: ['department'],
    ProvisionView: ['code'],
    Rebuild: ['differences'],
    RecipientView: ['department'],
    RefusedLine: ['name'],
    ResolutionView: ['process', 'step', 'post'],
    RowView: ['id', 'name'],
    SlipView: ['department'],
    VisitView: ['department'],
    BriefingLine: ['number'],
    BriefingProduction: ['step'],
    Block: ['department', 'indicator'],
    BriefingView: ['number'],
    Edition: ['number'],
    IssueFigure: ['indicator'],
};
/** Classes that read any JSON, which the documents describe by how they are made. */
const ANY_JSON = { JsonNode: 'Json', ObjectNode: '{ [key: string]: Json }' };
const JSON_TYPE = 'type Json = string | number | boolean | null | Json[] | { [key: string]: Json };';

mkdirSync(FOLDER, { recursive: true });
for (const service of SERVICES) {
    const folder = service === 'gateway' ? service : `${service}-service`;
    const document = parse(readFileSync(`../${folder}/api/openapi.yaml`, 'utf8'));
    takeAnyJson(document);
    sayWhatIsAlwaysThere(document);
    onlyJson(document);
    const types = astToString(await openapiTS(document, { alphabetize: false, inject: JSON_TYPE, transform }));
    writeFileSync(`${FOLDER}/${service}.d.ts`, types);
}

function takeAnyJson({ components: { schemas } }) {
    for (const name of Object.keys(ANY_JSON).filter((each) => each in schemas)) {
        schemas[name] = { 'x-any-json': name };
    }
}

function transform(schema) {
    const name = schema['x-any-json'];
    return name === undefined ? undefined : ts.factory.createTypeReferenceNode(ANY_JSON[name]);
}

function sayWhatIsAlwaysThere({ paths, components: { schemas } }) {
    const asked = new Set();
    for (const operation of Object.values(paths).flatMap(Object.values)) {
        collect(operation?.requestBody, schemas, asked);
    }
    for (const [name, schema] of Object.entries(schemas)) {
        if (schema.properties !== undefined && !asked.has(name)) {
            answered(name, schema);
        }
    }
}

/** The pages ask for JSON; the same as a table is a file that a link fetches. */
function onlyJson({ paths }) {
    for (const { responses = {} } of Object.values(paths).flatMap(Object.values)) {
        for (const response of Object.values(responses)) {
            const json = response.content?.['application/json'];
            if (json !== undefined) {
                response.content = { 'application/json': json };
            }
        }
    }
}

function answered(name, schema) {
    const there = (property) =>
        (ALWAYS.has(property) || ALWAYS_IN[name]?.includes(property)) && !NOT_ALWAYS_IN[name]?.includes(property);
    schema.required = Object.keys(schema.properties).filter(there);
    for (const [property, type] of Object.entries(schema.properties)) {
        if (!there(property)) {
            schema.properties[property] = { anyOf: [type, { type: 'null' }] };
        }
    }
}

/** The names of all schemas that something refers to, directly or not. */
function collect(node, schemas, found) {
    if (node === null || typeof node !== 'object') {
        return;
    }
    const name = typeof node.$ref === 'string' ? node.$ref.split('/').at(-1) : undefined;
    if (name !== undefined && !found.has(name)) {
        found.add(name);
        collect(schemas[name], schemas, found);
    }
    Object.values(node).forEach((child) => collect(child, schemas, found));
}
