/** Fetches what somebody who comes into a room sees first, whatever the room is at; what does not come now is asked for when it is to be seen. */
export async function fetchView(): Promise<void> {
  await Promise.allSettled([
    import("./RoomNow.tsx"),
    import("./CursorLayer.tsx"),
    import("./MeetingPanel.tsx"),
    import("../draw/DrawPanel.tsx"),
    import("../draw/MapDrawing.tsx"),
    import("../draw/DrawLine.tsx"),
    import("../draw/OwnProposals.tsx"),
    import("../draw/OpenProposal.tsx"),
  ]);
}
