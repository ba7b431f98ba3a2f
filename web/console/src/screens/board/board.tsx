import { DndContext, DragOverlay, MeasuringStrategy } from '@dnd-kit/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Board as BoardData, BoardStage, DealCard, Pipeline } from '../../../../client/src/index.ts';
import { useUsers } from '../../api/people.ts';
import { useMay, useMe } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import { Answering } from '../outlook/answering.tsx';
import classes from './board.module.css';
import { BoardProvider } from './board-context.ts';
import type { BoardSearch } from './board-query.ts';
import { CardFace } from './card.tsx';
import { ClosedColumn } from './closed-column.tsx';
import { Column } from './column.tsx';
import { columnUnder } from './drag.ts';
import { MoveMenu, type OpenMenu } from './move-menu.tsx';
import { StageTabs } from './stage-tabs.tsx';
import { useDrag } from './use-drag.ts';
import { useLiveMoves } from './use-live-moves.ts';
import { useMover } from './use-mover.ts';
import { useOthersMoves } from './use-others-moves.ts';
import { useStageCards } from './use-stage-cards.ts';
import { useWalk, type Walk } from './use-walk.ts';

const MoveDialog = lazy(() =>
  import('./move-dialog.tsx').then(({ MoveDialog }) => ({ default: MoveDialog })),
);
const QuickAdd = lazy(() => import('./quick-add.tsx').then(({ QuickAdd }) => ({ default: QuickAdd })));

type StageProps = {
  board: BoardData;
  stage: BoardStage;
  owner: string | undefined;
  heldId: string | undefined;
  register: Walk['register'];
  fold: { isFolded: boolean; toggle: () => void } | undefined;
  onAdd: (() => void) | undefined;
};
function Stage({ board, stage, owner, heldId, register, fold, onAdd }: StageProps) {
  const list = useStageCards(board, stage, owner);
  if (fold?.isFolded) return <ClosedColumn stage={stage} onOpen={fold.toggle} />;
  return (
    <Column
      stage={stage}
      list={list}
      heldId={heldId}
      register={register}
      onCollapse={fold?.toggle}
      onAdd={stage.kind === 'open' && !stage.removed ? onAdd : undefined}
    />
  );
}

/** Won and lost deals are out of the way until somebody wants them; on a phone every stage is a screen of its own. */
function useFolded() {
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [open, setOpen] = useLocalStorage<string[]>({
    key: 'rapport.board.unfolded',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return ({ id, kind }: BoardStage) => {
    if (kind === 'open' || isPhone) return undefined;
    const isFolded = !open.includes(kind);
    const toggle = () => setOpen(isFolded ? [...open, kind] : open.filter((one) => one !== kind));
    return { id, isFolded, toggle };
  };
}

function useTools(openMenu: (menu: OpenMenu) => void) {
  const formats = useFormats();
  const users = useUsers();
  const may = useMay();
  const { readonly } = useMe().fields.deal;
  const ownerNames = useMemo(() => new Map(users.map(({ id, name }) => [id, name])), [users]);
  const canMove = may('deals:edit') && !readonly.includes('stageId');
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards are drawn anew only for what changes them
  return useMemo(
    () => ({
      formats,
      canMove,
      ownerNames,
      openMenu: (card: DealCard, at: HTMLElement) => openMenu({ card, at }),
    }),
    [formats.today, formats.timeZone, formats.currency, canMove, ownerNames],
  );
}

type Props = { board: BoardData; pipeline: Pipeline; search: BoardSearch };
/** The stages side by side, with what moves deals between them. */
export function Board({ board, pipeline, search }: Props) {
  const { owner } = search;
  const may = useMay();
  const [menu, setMenu] = useState<OpenMenu>();
  const [adding, setAdding] = useState<BoardStage>();
  const lane = useRef<HTMLDivElement>(null);
  const mover = useMover(board, pipeline);
  const tools = useTools((asked) => {
    mover.pickUp(asked.card);
    setMenu(asked);
  });
  const foldOf = useFolded();
  const { held, ...dnd } = useDrag(board, mover);
  useLiveMoves(board, search);
  const said = useOthersMoves(board);
  const { register, onKeyDown } = useWalk(board, held !== undefined);
  return (
    <BoardProvider value={tools}>
      <Answering>
        <p role="status" className="heard">
          {said}
        </p>
        <StageTabs stages={board.stages} lane={lane} />
        <DndContext
          {...dnd}
          collisionDetection={columnUnder}
          measuring={{ droppable: { strategy: MeasuringStrategy.WhileDragging } }}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys walk between the links that are in it */}
          <div
            ref={lane}
            className={classes.lane}
            data-dragging={held ? true : undefined}
            onKeyDown={onKeyDown}
          >
            {board.stages.map((stage) => (
              <Stage
                key={stage.id}
                board={board}
                stage={stage}
                owner={owner}
                heldId={held?.id}
                register={register}
                fold={foldOf(stage)}
                onAdd={may('deals:create') ? () => setAdding(stage) : undefined}
              />
            ))}
          </div>
          <DragOverlay dropAnimation={null}>{held && <CardFace card={held} isHeld />}</DragOverlay>
        </DndContext>
        <MoveMenu menu={menu} stages={board.stages} onMove={mover.move} onClose={() => setMenu(undefined)} />
        <Suspense>
          {mover.asked && <MoveDialog key={mover.asked.card.id} asked={mover.asked} isBusy={mover.isBusy} />}
          {adding && (
            <QuickAdd
              pipelineId={board.pipelineId}
              stage={adding}
              required={pipeline.stages.find(({ id }) => id === adding.id)?.requiredFields ?? []}
              onClose={() => setAdding(undefined)}
            />
          )}
        </Suspense>
      </Answering>
    </BoardProvider>
  );
}
