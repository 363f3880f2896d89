package org.huisheng.survey.questionnaire.reading;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The properties that only change how things look, or are read elsewhere. */
final class Known {

    static final Set<String> SURVEY = names(
            "title description locale pages elements questions calculatedValues clearInvisibleValues completedHtml"
                    + " completedBeforeHtml loadingHtml logo logoPosition logoFit logoWidth logoHeight showProgressBar"
                    + " progressBarType progressBarLocation progressBarShowPageTitles progressBarShowPageNumbers"
                    + " progressBarInheritWidthFrom showQuestionNumbers showTitle showPageTitles showPageNumbers"
                    + " questionsOnPageMode questionTitleLocation questionTitlePattern questionDescriptionLocation"
                    + " questionErrorLocation questionOrder questionStartIndex widthMode width completeText pageNextText"
                    + " pagePrevText editText previewText startSurveyText requiredMark requiredText fitToContainer headerView"
                    + " showNavigationButtons navigationButtonsLocation showPrevButton showCompletePage showCompletedPage"
                    + " showTOC tocLocation checkErrorsMode textUpdateMode autoGrowComment allowResizeComment commentAreaRows"
                    + " maxTextLength maxCommentLength autoAdvanceEnabled autoAdvanceAllowComplete goNextPageAutomatic"
                    + " autoFocusFirstError autoFocusFirstQuestion focusFirstQuestionAutomatic focusOnFirstError"
                    + " showPreviewBeforeComplete previewMode validateVisitedEmptyFields backgroundImage"
                    + " backgroundImageAttachment backgroundImageFit backgroundOpacity sjsVersion showBrandInfo $schema"
                    + " gridLayoutEnabled isSinglePage questionsOrder questionTitleTemplate maxOthersLength"
                    + " allowCompleteSurveyAutomatic completedHtmlOnCondition");

    private static final String LOOKS = "type name title description titleLocation descriptionLocation errorLocation"
            + " hideNumber showNumber startWithNewLine width minWidth maxWidth indent state colSpan randomize"
            + " randomizeCategory defaultDisplayValue defaultValue useDisplayValuesInDynamicTexts renderAs"
            + " useDisplayValuesInTitle showTitle requiredErrorText visible visibleIf enableIf readOnly isRequired requiredIf";

    static final Set<String> SECTION = names(LOOKS
            + " elements questions questionsOrder questionTitleLocation questionTitleWidth questionErrorLocation questionOrder questionStartIndex"
            + " innerIndent showQuestionNumbers gridLayoutColumns allowAdaptiveActions navigationTitle"
            + " navigationDescription showNavigationButtons navigationButtonsVisibility");

    static final Set<String> QUESTION = names(LOOKS
            + " validators clearIfInvisible showCommentArea hasComment commentText commentPlaceholder"
            + " commentPlaceHolder correctAnswer contact");

    static final Set<String> TEXT = names(
            "inputType min max minValueExpression maxValueExpression minErrorText maxErrorText step stepErrorText maxLength"
                    + " placeholder placeHolder size inputSize inputWidth inputTextAlignment autocomplete dataList"
                    + " textUpdateMode autoComplete");

    static final Set<String> COMMENT = names(
            "rows cols maxLength placeholder placeHolder autoGrow allowResize acceptCarriageReturn textUpdateMode");

    static final Set<String> CHOICES =
            names("choices choicesVisibleIf choicesEnableIf choicesOrder colCount itemSize showClearButton allowClear"
                    + " showOtherItem hasOther otherText otherErrorText otherPlaceholder otherPlaceHolder showNoneItem"
                    + " hasNone noneText showRefuseItem refuseText showDontKnowItem dontKnowText separateSpecialChoices"
                    + " placeholder placeHolder searchEnabled searchMode textWrapEnabled closeOnSelect hideSelectedItems"
                    + " autocomplete autoComplete optionsCaption showOptionsCaption");

    static final Set<String> SEVERAL = names(
            "minSelectedChoices maxSelectedChoices showSelectAllItem hasSelectAll selectAllText selectToRankEnabled"
                    + " selectToRankAreasLayout selectToRankSwapAreas selectToRankEmptyRankedAreaText"
                    + " selectToRankEmptyUnrankedAreaText longTap");

    static final Set<String> PICTURES = names("multiSelect contentMode imageFit imageHeight imageWidth minImageHeight"
            + " minImageWidth maxImageHeight maxImageWidth showLabel");

    static final Set<String> YES_NO = names("labelTrue labelFalse valueTrue valueFalse swapOrder useTitleAsLabel");

    static final Set<String> RATING =
            names("rateMin rateMax rateStep rateCount rateType rateValues rateDisplayMode scaleMode autoGenerate"
                    + " minRateDescription maxRateDescription displayMode rateColorMode scaleColorMode"
                    + " displayRateDescriptionsAsExtremeItems rateDescriptionLocation mininumRateDescription"
                    + " maximumRateDescription");

    private static final String TABLE = "rows columns rowsVisibleIf columnsVisibleIf alternateRows verticalAlign"
            + " rowTitleWidth columnMinWidth showHeader rowOrder rowsOrder displayMode transposeData columnsLocation";

    static final Set<String> MATRIX = names(TABLE + " isAllRowRequired eachRowRequired eachRowUnique cells cellType");

    static final Set<String> GRID = names(TABLE
            + " cellType choices placeholder placeHolder columnColCount columnLayout horizontalScroll cellErrorLocation"
            + " singleInputTitleTemplate allowAdaptiveActions");

    static final Set<String> COLUMN = names("cellType cellHint showInMultipleColumns colCount");

    static final Set<String> TEXT_FIELDS = names("items colCount inputSize itemSize itemErrorLocation itemTitleWidth");

    /** An item of a multipletext; it has no smallest or largest value but the computed ones. */
    static final Set<String> TEXT_FIELD =
            names("name title isRequired requiredErrorText validators defaultValue inputType"
                    + " maxLength minValueExpression maxValueExpression placeholder placeHolder size inputSize"
                    + " inputTextAlignment");

    static final Set<String> PANELS =
            names("templateElements panelCount minPanelCount maxPanelCount keyName keyDuplicationError templateTitle"
                    + " templateTabTitle tabTitlePlaceholder templateDescription templateErrorLocation"
                    + " templateQuestionTitleLocation templateQuestionTitleWidth allowAddPanel allowRemovePanel"
                    + " panelAddText addPanelText panelRemoveText removePanelText panelPrevText prevPanelText panelNextText"
                    + " nextPanelText noEntriesText newPanelPosition confirmDelete confirmDeleteText panelsState displayMode"
                    + " renderMode showProgressBar progressBarLocation showQuestionNumbers questionStartIndex"
                    + " removePanelButtonLocation panelRemoveButtonLocation tabAlign");

    static final Set<String> COMPUTED = names("expression format displayStyle currency precision maximumFractionDigits"
            + " minimumFractionDigits useGrouping");

    static final Set<String> DECORATION =
            names("html imageLink altText text contentMode imageFit imageHeight imageWidth");

    static final Set<String> ITEM =
            names("value text visibleIf enableIf imageLink isExclusive randomize randomizeCategory");

    static final Set<String> NONE = Set.of();

    private Known() {}

    private static Set<String> names(String list) {
        return Stream.of(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
